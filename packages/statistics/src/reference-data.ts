import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../../../../shared/data/statistics/', import.meta.url));

/** Whether the folder of published data lies beside the repository; tests that read it are skipped where it does not. */
export const referenceData = existsSync(folder);

/** A file of it as text, unpacked. */
export function referenceText(name: string): string {
  const bytes = readFileSync(folder + name);
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The cells of a CSV file without quoted separators, without quotes and blanks, line by line. */
export const referenceRows = (name: string): string[][] =>
  referenceText(name)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')));
