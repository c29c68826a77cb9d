import { leavesTransaction, query } from './messages.ts';

/** Somebody who asks in a session; compared by identity. */
export type Asker = object;

/**
 * The one session of an engine, shared. Whoever has a transaction open has it alone until the transaction
 * ends; the others wait, in the order they came.
 */
export interface Session {
  /**
   * Answers whole messages up to the point at which the engine is ready again. One asker asks one thing at a
   * time.
   */
  ask(asker: Asker, messages: Uint8Array): Promise<Uint8Array>;
  /** Forgets an asker; what they left open is rolled back. */
  leave(asker: Asker): void;
}

interface Waiting {
  asker: Asker;
  messages: Uint8Array;
  resolve: (answer: Uint8Array) => void;
}

/**
 * @param execute runs messages on the engine, one call at a time; ends the process where it fails
 * @param forgotten called for an asker that has had a transaction open and idle for `patience` milliseconds
 */
export function shareSession(
  execute: (messages: Uint8Array) => Promise<Uint8Array>,
  forgotten: (asker: Asker) => void,
  patience = 30_000,
): Session {
  const waiting: Waiting[] = [];
  let holder: Asker | null = null;
  let busy = false;
  let idle: NodeJS.Timeout | undefined;

  const takeNext = (): Waiting | undefined => {
    const at = holder === null ? 0 : waiting.findIndex(({ asker }) => asker === holder);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const hold = (asker: Asker | null) => {
    clearTimeout(idle);
    holder = asker;
    if (asker) idle = setTimeout(() => forgotten(asker), patience);
  };
  const pump = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let next = takeNext(); next; next = takeNext()) {
      clearTimeout(idle);
      const answer = await execute(next.messages);
      hold(leavesTransaction(answer) ? next.asker : null);
      next.resolve(answer);
    }
    busy = false;
  };
  const enqueue = (asker: Asker, messages: Uint8Array): Promise<Uint8Array> =>
    new Promise((resolve) => {
      waiting.push({ asker, messages, resolve });
      void pump();
    });
  const gone = new WeakSet<Asker>();
  return {
    ask: async (asker, messages) => {
      const answer = await enqueue(asker, messages);
      if (holder === asker && gone.has(asker)) await enqueue(asker, query('ROLLBACK'));
      return answer;
    },
    leave: (asker) => {
      gone.add(asker);
      const at = waiting.findIndex((one) => one.asker === asker);
      if (at >= 0) waiting.splice(at, 1);
      if (holder === asker) void enqueue(asker, query('ROLLBACK'));
    },
  };
}
