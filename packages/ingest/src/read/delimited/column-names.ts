import type { Source } from '@hotline-atlas/city';

/**
 * What is seen of a name: without zero-width and control characters, and with single spaces for line ends and
 * every other space.
 */
const visible = (name: string): string =>
  name
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\p{Cc}\p{Zs}]+/gu, ' ')
    .trim();

/** Every column the source names: those of fields in the order of the source, and those that make its key. */
export function namedColumns({ fields, identity }: Source): string[] {
  const named = Object.values(fields).flatMap(({ column }) => column ?? []);
  return [...new Set([...named, ...(identity ?? [])])];
}

const folded = (name: string): string => visible(name).normalize('NFKC').toLowerCase();

/**
 * Names of a file's columns as the source writes them. A column of the file is one of the source's where both
 * look the same but for spaces, line ends and letter case, and no other column does.
 */
export function asTheSourceNames(columns: readonly string[], source: Source): string[] {
  const seen = columns.map(visible);
  const keys = seen.map(folded);
  for (const name of namedColumns(source)) {
    if (seen.includes(name)) continue;
    const key = folded(name);
    const at = keys.indexOf(key);
    if (at !== -1 && keys.indexOf(key, at + 1) === -1) seen[at] = name;
  }
  return seen;
}
