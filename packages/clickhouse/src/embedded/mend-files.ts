import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const entry = /^mutation_\d+\.txt$/;
/** An entry as the engine writes it: its format, when it was made, and what is to be done. */
const whole = /^format version: 1\n[\s\S]*\ncommands: [^\n]+\n(?:[\s\S]*\n)?$/;

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => join(folder, name));

/**
 * Removes entries of mutations that are not whole. The engine leaves them behind when it is told to mutate a
 * table on a full disk, and does not start with them any more. The mutation never began: who asked for it was
 * told that it failed.
 * @param database folder of the engine's files; no engine may run on it
 */
export function mendEngineFiles(database: string): void {
  const store = join(database, 'store');
  if (!existsSync(store)) return;
  for (const table of foldersIn(store).flatMap(foldersIn))
    for (const name of readdirSync(table))
      if (entry.test(name) && !whole.test(readFileSync(join(table, name), 'utf8'))) rmSync(join(table, name));
}
