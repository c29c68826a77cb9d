import { inThread } from '../threads/threads.ts';
import { warmUp } from './warm-up.ts';

/** Starts and warms up the first thread, so that the first question does not wait for its code to load. */
export async function warmUpThreads(): Promise<void> {
  await inThread(warmUp, undefined, null);
}
