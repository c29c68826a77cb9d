import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** A file or a folder the engine has open: a file by a descriptor of this process, a folder by its node. */
interface Stream {
  nfd?: number;
  node: object;
}

/** What is used of the file system inside the engine. */
interface FileSystemModule {
  NODEFS: {
    realPath: (node: object) => string;
    stream_ops: { fsync?: (stream: Stream) => number };
  };
}

type Options = Parameters<NodeFS['init']>[1];

/** Brings a file, or the names in a folder, to the disk. */
export function syncPath(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Brings a folder with all that is in it to the disk. */
export function syncTree(path: string): void {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name));
  syncPath(path);
}

/**
 * A folder whose files are on the disk when the engine says so. PGlite itself writes nothing through, so a
 * loss of power would lose what was acknowledged: https://github.com/electric-sql/pglite/issues/1107
 */
export class SyncedFolder extends NodeFS {
  override async init(engine: PGlite, options: Options): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options);
    const writeThrough = (loaded: unknown): void => {
      const { NODEFS } = loaded as FileSystemModule;
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        if (nfd === undefined) syncPath(NODEFS.realPath(node));
        else fsyncSync(nfd);
        return 0;
      };
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), writeThrough] },
    };
  }
}
