import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { TaskInput, TaskName, TaskResult } from './tasks.ts';

let pool: Piscina | null = null;

/**
 * The threads statistics run in, so that the one that answers requests is never held up; made at the first use. Idle threads
 * do not keep the process alive.
 */
const threads = (): Piscina => {
  pool ??= new Piscina({
    filename: new URL('./thread.mjs', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(2, Math.min(4, availableParallelism())),
    idleTimeout: 600_000,
  });
  return pool;
};

/** Runs a task in a thread; ends the thread when the signal aborts. */
export const inThread = <Name extends TaskName>(
  task: Name,
  input: TaskInput<Name>,
  signal: AbortSignal,
): Promise<TaskResult<Name>> => threads().run({ task, input }, { name: 'judge', signal });

/** Starts the first thread before anybody asks, so that the first question does not wait for its code to be read and compiled. */
export async function readyThreads(): Promise<void> {
  await threads().run({ task: 'practise' }, { name: 'judge' });
}
