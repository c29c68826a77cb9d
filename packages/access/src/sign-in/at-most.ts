import { signInBusy } from '../people/failures.ts';

/**
 * Lets few work at once and some wait: hashing passwords takes memory and threads that questions need, too.
 * @returns a function that runs work when there is room
 * @throws AccessFailure where too many wait
 */
export function atMost(running: number, waiting: number) {
  let now = 0;
  const queue: (() => void)[] = [];
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (now >= running) {
      if (queue.length >= waiting) throw signInBusy();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else now += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else now -= 1;
    }
  };
}
