import { Busy } from '../problems/failures.ts';

/**
 * How much a task costs: a light one is a click somebody waits for, a heavy one works for seconds. Light ones
 * come first, and heavy ones leave them room.
 */
export type Weight = 'light' | 'heavy';

/** Lets a bounded number of tasks run, a bounded number wait, and refuses the rest. */
export interface Admission {
  /** Whether whoever came now would be refused. */
  isFull(weight?: Weight): boolean;
  /**
   * A place among the running; give it back by calling what comes back, once. Light unless said otherwise.
   * @throws Busy when the queue is full or patience ends; the signal's reason when it aborts while waiting
   */
  enter(signal: AbortSignal, weight?: Weight): Promise<() => void>;
  /** Runs a task with a place, and gives it back however that ends. */
  run<Result>(signal: AbortSignal, task: () => Promise<Result>, weight?: Weight): Promise<Result>;
}

interface Waiting {
  admit: () => void;
  leave: () => void;
}

/** How many run and wait, and for how long. */
export interface Capacity {
  running: number;
  /** Of each weight. */
  waiting: number;
  /** Heavy ones that run at once; without it half of all, and one at the least. */
  heavy?: number;
  /** Milliseconds somebody waits at the most; without it as long as it takes. */
  patience?: number;
  /** Seconds after which who is refused may ask again. */
  retryAfter?: number;
}

/**
 * An admission for a number of running and of waiting tasks. A heavy one that waits goes before light ones
 * only while none of its weight runs, so that neither starves; with one place in all light ones come first.
 */
export function createAdmission({
  running: most,
  waiting: longest,
  heavy: mostHeavy = Math.max(1, Math.floor(most / 2)),
  patience,
  retryAfter,
}: Capacity): Admission {
  const queues = { light: new Set<Waiting>(), heavy: new Set<Waiting>() };
  const running = { light: 0, heavy: 0 };
  const all = () => running.light + running.heavy;
  const hasRoom = (weight: Weight) => all() < most && (weight === 'light' || running.heavy < mostHeavy);

  /** Whose turn it is: a weight somebody waits in and has room for. */
  function turn(): Weight | undefined {
    const order: Weight[] = most > 1 && running.heavy === 0 ? ['heavy', 'light'] : ['light', 'heavy'];
    return order.find((weight) => queues[weight].size > 0 && hasRoom(weight));
  }

  function release(weight: Weight): void {
    running[weight] -= 1;
    for (let next = turn(); next; next = turn()) {
      const [first] = queues[next];
      if (!first) return;
      queues[next].delete(first);
      running[next] += 1;
      first.admit();
    }
  }

  const place = (weight: Weight): (() => void) => {
    let held = true;
    return () => {
      if (held) release(weight);
      held = false;
    };
  };

  const full = () => new Busy('There is no room', retryAfter);

  function wait(signal: AbortSignal, weight: Weight): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const end = (reason: unknown) => {
        queues[weight].delete(waiting);
        signal.removeEventListener('abort', waiting.leave);
        clearTimeout(impatient);
        reject(reason);
      };
      const waiting: Waiting = {
        admit: () => {
          signal.removeEventListener('abort', waiting.leave);
          clearTimeout(impatient);
          resolve(place(weight));
        },
        leave: () => end(signal.reason),
      };
      const impatient = patience === undefined ? undefined : setTimeout(() => end(full()), patience);
      queues[weight].add(waiting);
      signal.addEventListener('abort', waiting.leave, { once: true });
    });
  }

  const isFull = (weight: Weight = 'light') => !hasRoom(weight) && queues[weight].size >= longest;

  async function enter(signal: AbortSignal, weight: Weight = 'light'): Promise<() => void> {
    signal.throwIfAborted();
    if (isFull(weight)) throw full();
    if (!hasRoom(weight)) return wait(signal, weight);
    running[weight] += 1;
    return place(weight);
  }

  return {
    isFull,
    enter,
    async run(signal, task, weight) {
      const leave = await enter(signal, weight);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
