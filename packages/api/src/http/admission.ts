/** More is asked at once than can be answered soon. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Lets a bounded number of tasks run, a bounded number wait, and refuses the rest. */
export interface Admission {
  /** Whether whoever came now would be refused. */
  isFull(): boolean;
  /**
   * A place among the running; give it back by calling what comes back, once.
   * @throws Busy when the queue is full; the signal's reason when it aborts while waiting
   */
  enter(signal: AbortSignal): Promise<() => void>;
  /** Runs a task with a place, and gives it back however that ends. */
  run<Result>(signal: AbortSignal, task: () => Promise<Result>): Promise<Result>;
}

interface Waiting {
  admit: () => void;
  leave: () => void;
}

/** An admission for a number of running and of waiting tasks. */
export function createAdmission({
  running: most,
  waiting: longest,
}: {
  running: number;
  waiting: number;
}): Admission {
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

  function wait(signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        admit: () => {
          signal.removeEventListener('abort', waiting.leave);
          resolve(place());
        },
        leave: () => {
          queue.delete(waiting);
          reject(signal.reason);
        },
      };
      queue.add(waiting);
      signal.addEventListener('abort', waiting.leave, { once: true });
    });
  }

  const isFull = () => running >= most && queue.size >= longest;

  async function enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (isFull()) throw new Busy('The queue is full');
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
