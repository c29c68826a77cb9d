import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the monthly files of `pnpm synthesize`, in order; corrections and defects have other names. */
export const monthFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /-\d{4}-\d{2}\.parquet$/.test(name))
    .sort()
    .map((name) => join(folder, name));
