import { createHash } from 'node:crypto';
import { createAnswerCache } from '@hotline-atlas/query';
import {
  createRenderer,
  type DocumentTask,
  RenderedTooLong,
  type Renderer,
  RendererFull,
} from '@hotline-atlas/reports';
import { Busy } from '../problems/failures.ts';

/** Makes documents, and keeps those asked for last. */
export interface Documents {
  /**
   * The bytes of a document: those of the same data are made once.
   * @throws Busy where too many are being made, or one takes too long
   */
  bytes(task: DocumentTask, signal: AbortSignal): Promise<Buffer>;
}

const room = 48_000_000;
const retryAfter = 30;

function told(cause: unknown): unknown {
  if (cause instanceof RendererFull || cause instanceof RenderedTooLong)
    return new Busy(cause.message, retryAfter);
  return cause;
}

export function createDocuments(renderer: Renderer = createRenderer()): Documents {
  const cache = createAnswerCache(room);
  return {
    bytes(task, signal) {
      const key = createHash('sha256').update(JSON.stringify(task)).digest('base64url');
      return cache
        .answer(key, signal, (whileWanted) => renderer.render(task, whileWanted))
        .catch((cause) => {
          throw told(cause);
        });
    },
  };
}
