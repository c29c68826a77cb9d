import { appendFileSync, closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import type { CountedDefect } from './truth/defects.ts';

/** Characters of a cell of a megabyte: each takes three bytes. */
const hugeCharacters = 350_000;

/** The columns a file of the source needs. */
const columns = ['id', 'received', 'topic3', 'text'];

/**
 * Lines that no writer of CSV would write, in the order of their defects; each ends with its line, the last
 * with the file.
 */
function brokenLines(): { defect: string; line: string }[] {
  const values: Record<string, string> = {
    id: 'XHUGE',
    received: '2024-01-15T02:00:00Z',
    topic3: 'other.suggestion.city',
    text: `"${'长'.repeat(hugeCharacters)}"`,
  };
  return [
    { defect: 'huge_cell', line: `${columns.map((name) => values[name] ?? '').join(',')}\n` },
    { defect: 'too_few_fields', line: 'XFEW,2024-01-15T02:00:00Z\n' },
    { defect: 'text_after_quote', line: `XQUOTE,"2024"-01-15${','.repeat(columns.length - 2)}\n` },
    { defect: 'quote_never_closed', line: 'XOPEN,2024-01-15T02:00:00Z,"never closed' },
  ];
}

/** Writes a file with a header and one line of each defect that only broken writers make. */
export function writeBrokenLines(path: string): CountedDefect[] {
  const lines = brokenLines();
  writeFileSync(path, `${columns.join(',')}\n`);
  for (const { line } of lines) appendFileSync(path, line);
  return lines.map(({ defect }) => ({ defect, rows: 1 }));
}

/**
 * Writes the beginning of a file, as a copy that was interrupted leaves it: half of it, a megabyte at most.
 */
export function writeTruncated(path: string, of: string, bytes: number): void {
  const half = Buffer.alloc(Math.min(1 << 20, Math.floor(bytes / 2)));
  const file = openSync(of, 'r');
  try {
    readSync(file, half, 0, half.length, 0);
  } finally {
    closeSync(file);
  }
  writeFileSync(path, half);
}
