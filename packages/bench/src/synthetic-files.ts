import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the monthly files of `pnpm synthesize`, in order; corrections and defects have other names. */
export const monthFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /-\d{4}-\d{2}\.parquet$/.test(name))
    .sort()
    .map((name) => join(folder, name));

/** Where a folder of `pnpm synthesize` says what it holds. */
export const manifestOf = (folder: string): string => join(folder, 'synthetic.json');

/** A folder holds no files of `pnpm synthesize`. */
export class NoFiles extends Error {
  override readonly name = 'NoFiles';
}

/** @throws NoFiles before anything is measured that would have to be measured again */
export function checkFolder(folder: string): void {
  if (!existsSync(manifestOf(folder)))
    throw new NoFiles(
      `${folder} is no folder that pnpm synthesize --out has filled; name the folder itself.`,
    );
}
