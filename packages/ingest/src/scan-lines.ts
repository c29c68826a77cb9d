import { isUtf8 } from 'node:buffer';
import type { Scanner } from './scan-delimited.ts';

const newline = 10;
const lineFeed = Buffer.from('\n');

/** Parts newline-delimited JSON into records: each line behind its number and a space. Blank lines are none. */
export function scanLines(): Scanner {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let count = 0;

  const emit = (bytes: Buffer, start: number, end: number): Buffer[] => {
    line++;
    const record = bytes.subarray(start, bytes[end - 1] === 13 ? end - 1 : end);
    if (record.length === 0) return [];
    count++;
    const text = isUtf8(record) ? record : Buffer.from(record.toString('latin1'));
    return [Buffer.from(`${line} `), text, lineFeed];
  };

  const scan = (bytes: Buffer, final: boolean): Buffer => {
    const parts: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      parts.push(...emit(bytes, start, end));
      start = end + 1;
    }
    if (final && start < bytes.length) {
      parts.push(...emit(bytes, start, bytes.length));
      start = bytes.length;
    }
    rest = bytes.subarray(start);
    return Buffer.concat(parts);
  };

  return {
    push: (chunk) => scan(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk, false),
    finish: () => scan(rest, true),
    records: () => count,
  };
}
