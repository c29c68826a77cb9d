import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** For tests: a published table of `packages/statistics/reference` as text, unpacked. */
export function referenceText(name: string): string {
  const bytes = readFileSync(new URL(`../reference/${name}`, import.meta.url));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The cells of a CSV file without quoted separators, without quotes and blanks, line by line. */
export const referenceRows = (name: string): string[][] =>
  referenceText(name)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')));
