import { inThread } from '../threads/threads.ts';
import { practise } from './practice.ts';

/** Starts the first thread before anybody asks, so that the first question does not wait for its code to be read and compiled. */
export async function readyThreads(): Promise<void> {
  await inThread(practise, undefined, null);
}
