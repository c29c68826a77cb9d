import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What is used of the file system inside the engine. */
interface FileSystemModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
}

type Options = Parameters<NodeFS['init']>[1];

/**
 * A folder whose files are on the disk when the engine says so. PGlite itself writes nothing through, so a
 * loss of power would lose what was acknowledged: https://github.com/electric-sql/pglite/issues/1107
 */
export class SyncedFolder extends NodeFS {
  override async init(engine: PGlite, options: Options): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options);
    const writeThrough = (loaded: unknown): void => {
      (loaded as FileSystemModule).NODEFS.stream_ops.fsync = ({ nfd }) => {
        if (nfd !== undefined) fsyncSync(nfd);
        return 0;
      };
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), writeThrough] },
    };
  }
}
