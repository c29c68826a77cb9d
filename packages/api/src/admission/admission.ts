import { Busy } from '../problems/failures.ts';

/** Lets a bounded number of tasks run, a bounded number wait, and refuses the rest. */
export interface Admission {
  /** Whether whoever came now would be refused. */
  isFull(): boolean;
  /**
   * A place among the running; give it back by calling what comes back, once.
   * @throws Busy when the queue is full or patience ends; the signal's reason when it aborts while waiting
   */
  enter(signal: AbortSignal): Promise<() => void>;
  /** Runs a task with a place, and gives it back however that ends. */
  run<Result>(signal: AbortSignal, task: () => Promise<Result>): Promise<Result>;
}

interface Waiting {
  admit: () => void;
  leave: () => void;
}

/** How many run and wait, and for how long. */
export interface Capacity {
  running: number;
  waiting: number;
  /** Milliseconds somebody waits at the most; without it as long as it takes. */
  patience?: number;
  /** Seconds after which who is refused may ask again. */
  retryAfter?: number;
}

/** An admission for a number of running and of waiting tasks. */
export function createAdmission({
  running: most,
  waiting: longest,
  patience,
  retryAfter,
}: Capacity): Admission {
  const queue = new Set<Waiting>();
  let running = 0;

  function release(): void {
    const [next] = queue;
    if (!next) {
      running -= 1;
      return;
    }
    queue.delete(next);
    next.admit();
  }

  const place = (): (() => void) => {
    let held = true;
    return () => {
      if (held) release();
      held = false;
    };
  };

  const full = () => new Busy('There is no room', retryAfter);

  function wait(signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const end = (reason: unknown) => {
        queue.delete(waiting);
        signal.removeEventListener('abort', waiting.leave);
        clearTimeout(impatient);
        reject(reason);
      };
      const waiting: Waiting = {
        admit: () => {
          signal.removeEventListener('abort', waiting.leave);
          clearTimeout(impatient);
          resolve(place());
        },
        leave: () => end(signal.reason),
      };
      const impatient = patience === undefined ? undefined : setTimeout(() => end(full()), patience);
      queue.add(waiting);
      signal.addEventListener('abort', waiting.leave, { once: true });
    });
  }

  const isFull = () => running >= most && queue.size >= longest;

  async function enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (isFull()) throw full();
    if (running >= most) return wait(signal);
    running += 1;
    return place();
  }

  return {
    isFull,
    enter,
    async run(signal, task) {
      const leave = await enter(signal);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
