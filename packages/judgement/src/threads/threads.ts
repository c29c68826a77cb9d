import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

let pool: Piscina | null = null;

/**
 * The pool of threads that run statistics; made at the first use. Idle threads do not keep the process alive.
 */
const threads = (): Piscina => {
  pool ??= new Piscina({
    filename: new URL('../tasks/thread.mjs', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(2, Math.min(4, availableParallelism())),
    idleTimeout: 600_000,
  });
  return pool;
};

/**
 * Runs a function of the list in `tasks/tasks.ts` in a thread. Ends the thread when the signal aborts.
 * @param task is found by its name in the thread; nothing of it is run here
 */
export const inThread = <Input, Result>(
  task: (input: Input) => Result,
  input: Input,
  signal: AbortSignal | null,
): Promise<Result> => threads().run({ task: task.name, input }, { name: 'runTask', signal });
