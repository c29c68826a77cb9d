import { chmodSync, closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** A file or a folder the engine has open: a file by a descriptor of this process, a folder by its node. */
interface Stream {
  nfd?: number;
  node: object;
}

/** Something with a mode that can be changed. */
interface Changing {
  setattr: (subject: never, change: { mode?: number }) => void;
}

/** What is used of the file system inside the engine. */
interface FileSystemModule {
  NODEFS: {
    realPath: (node: object) => string;
    node_ops: Changing;
    stream_ops: Changing & { fsync?: (stream: Stream) => number };
  };
}

const others = 0o077;

/** A file gets the mode the engine thinks of (0666), whatever the umask: without others here. */
function keepFromOthers(changing: Changing): void {
  const { setattr } = changing;
  changing.setattr = (subject, change) =>
    setattr(subject, change.mode === undefined ? change : { ...change, mode: change.mode & ~others });
}

/** Closes a folder to others that was made by a version which did not. */
export function closeTree(path: string, sample: string): void {
  if ((statSync(join(path, sample)).mode & others) === 0) return;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
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
 * A folder whose files are on the disk when the engine says so, and are closed to others. PGlite itself
 * writes nothing through, so a loss of power would lose what was acknowledged:
 * https://github.com/electric-sql/pglite/issues/1107
 */
export class SyncedFolder extends NodeFS {
  override async init(engine: PGlite, options: Options): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options);
    const prepare = (loaded: unknown): void => {
      const { NODEFS } = loaded as FileSystemModule;
      keepFromOthers(NODEFS.node_ops);
      keepFromOthers(NODEFS.stream_ops);
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        if (nfd === undefined) syncPath(NODEFS.realPath(node));
        else fsyncSync(nfd);
        return 0;
      };
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), prepare] },
    };
  }
}
