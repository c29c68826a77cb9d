import type { Response } from 'express';
import { type Admission, createAdmission } from './admission.ts';

/** How many exports there may be, and how long what takes. */
export interface ExportCapacity {
  /** Exports that are read from the engine at once, and that wait for it. */
  running: number;
  waiting: number;
  /** Exports under way together, those that wait for their readers too. */
  open: number;
  /** Milliseconds an export waits for its place. */
  patience: number;
  /** Milliseconds a reader may keep an export waiting before that gives its place to the next. */
  slow: number;
}

export const usualExportCapacity: ExportCapacity = {
  running: 2,
  waiting: 8,
  open: 16,
  patience: 10_000,
  slow: 2000,
};

/** Calls back once the reader of an answer takes nothing of it for a while. */
function whenKeptWaiting(response: Response, milliseconds: number, call: () => void): () => void {
  let before = -1;
  const look = setInterval(() => {
    const written = response.socket?.bytesWritten ?? 0;
    if (response.writableNeedDrain && written === before) call();
    before = written;
  }, milliseconds);
  return () => clearInterval(look);
}

/** Seconds after which who finds no room for an export may ask again. */
const retryAfter = 30;

/** Places of exports. */
export interface ExportSlots {
  /**
   * Runs an export. Few are read from the engine at once; one that waits for its reader costs the engine
   * nothing and leaves its place to the next, so that nobody blocks the others by not reading.
   * @throws Busy when too many are under way
   */
  run(response: Response, signal: AbortSignal, task: () => Promise<void>): Promise<void>;
}

/** Room for exports. */
export function createExportSlots({ running, waiting, open, patience, slow }: ExportCapacity): ExportSlots {
  const all: Admission = createAdmission({ running: open, waiting: 0, retryAfter });
  const reading: Admission = createAdmission({ running, waiting, patience, retryAfter });
  return {
    run: (response, signal, task) =>
      all.run(signal, async () => {
        const leave = await reading.enter(signal);
        const unwatch = whenKeptWaiting(response, slow, leave);
        try {
          await task();
        } finally {
          unwatch();
          leave();
        }
      }),
  };
}
