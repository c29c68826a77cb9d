import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A real file system of its own, in a file, that can be made as full as wanted. Needs the right to mount. */
export interface SmallDisk {
  folder: string;
  free(): number;
  /** Leaves so many bytes free. */
  leave(bytes: number): void;
  /** Leaves all of them free again. */
  clear(): void;
  remove(): void;
}

const run = (command: string, ...parameters: string[]) =>
  execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });

/** Others write meanwhile: what is left is met within so many bytes, or tries. */
const slack = 65_536;
const attempts = 30;

export function mountSmallDisk(at: string, bytes: number): SmallDisk {
  const image = `${at}.image`;
  const ballast = join(at, 'ballast');
  mkdirSync(at, { recursive: true });
  run('truncate', '--size', String(bytes), image);
  run('mkfs.ext4', '-q', '-F', '-m', '0', image);
  run('mount', '-o', 'loop', image, at);
  const free = () => {
    const { bavail, bsize } = statfsSync(at);
    return bavail * bsize;
  };
  const grow = (by: number) => {
    const offset = statSync(ballast, { throwIfNoEntry: false })?.size ?? 0;
    spawnSync('fallocate', ['--offset', String(offset), '--length', String(Math.floor(by)), ballast]);
  };
  const clear = () => rmSync(ballast, { force: true });
  return {
    folder: at,
    free,
    clear,
    leave: (wanted) => {
      clear();
      for (let at = 0; at < attempts && free() > wanted + slack; at++) grow(free() - wanted);
    },
    remove: () => {
      run('umount', '--lazy', at);
      rmSync(image, { force: true });
      rmSync(at, { recursive: true, force: true });
    },
  };
}
