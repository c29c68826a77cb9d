import { Piscina } from 'piscina';
import type { DocumentTask } from './render.ts';

/** More documents wait than may. */
export class RendererFull extends Error {
  override readonly name = 'RendererFull';
}

/** A document took too long, and was given up. */
export class RenderedTooLong extends Error {
  override readonly name = 'RenderedTooLong';
}

/** Makes documents in a thread of its own, one after the other. */
export interface Renderer {
  /**
   * The bytes of a document.
   * @throws RendererFull, RenderedTooLong, and the signal's reason when it aborts
   */
  render(task: DocumentTask, signal: AbortSignal): Promise<Buffer>;
  /** Ends the thread. */
  close(): Promise<void>;
}

export interface RendererOptions {
  /** Documents that wait, beside the one that is made. */
  waiting: number;
  /** Milliseconds a document may take, without its waiting. */
  patience: number;
}

const usual: RendererOptions = { waiting: 8, patience: 30_000 };

/** Fonts and the compiler's memory are outside of this. */
const mostHeap = { maxOldGenerationSizeMb: 512 };

/**
 * A renderer. Its thread begins with the first document, keeps its compiler, and does not keep the process
 * alive. A document that is given up ends the thread; the next one begins another.
 */
export function createRenderer(options: Partial<RendererOptions> = {}): Renderer {
  const { waiting, patience } = { ...usual, ...options };
  const pool = new Piscina({
    filename: new URL('thread.mjs', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 600_000,
    resourceLimits: mostHeap,
  });
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function run(task: DocumentTask, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted();
    const late = AbortSignal.timeout(patience);
    try {
      const made: Uint8Array = await pool.run(task, {
        name: 'renderTask',
        signal: AbortSignal.any([signal, late]),
      });
      return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      if (late.aborted) throw new RenderedTooLong('The document took too long to make.');
      throw cause;
    }
  }

  /** One after the other, so that patience is of the making alone. */
  function afterOthers(task: DocumentTask, signal: AbortSignal): Promise<Buffer> {
    const turn = last.then(() => run(task, signal));
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    async render(task, signal) {
      if (asked > waiting) throw new RendererFull('Too many documents are being made.');
      asked += 1;
      try {
        return await afterOthers(task, signal);
      } finally {
        asked -= 1;
      }
    },
    close: () => pool.destroy(),
  };
}
