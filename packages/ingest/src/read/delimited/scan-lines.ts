import { isUtf8 } from 'node:buffer';
import { afterLineEnd, carriageReturn, lineFeed, longestRecord } from './record-end.ts';
import { LongRecordError, type Scanner } from './scan-delimited.ts';

const newline = Buffer.from('\n');

/**
 * Parts newline-delimited JSON into records: each line behind its number and a space. Blank lines are none.
 */
export function scanLines(): Scanner {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let count = 0;

  const emit = (record: Buffer): Buffer[] => {
    line++;
    if (record.length === 0) return [];
    count++;
    const text = isUtf8(record) ? record : Buffer.from(record.toString('latin1'));
    return [Buffer.from(`${line} `), text, newline];
  };

  const scan = (bytes: Buffer, final: boolean): Buffer => {
    const parts: Buffer[] = [];
    const carriages = bytes.includes(carriageReturn);
    let start = 0;
    while (start < bytes.length) {
      const feed = bytes.indexOf(lineFeed, start);
      const upTo = feed === -1 ? bytes.length : feed;
      const carriage = carriages ? bytes.subarray(start, upTo).indexOf(carriageReturn) : -1;
      const end = carriage === -1 ? upTo : start + carriage;
      const isLast = end === bytes.length || (bytes[end] === carriageReturn && end + 1 === bytes.length);
      if (isLast && !final) break;
      parts.push(...emit(bytes.subarray(start, end)));
      start = afterLineEnd(bytes, end);
    }
    rest = bytes.subarray(Math.min(start, bytes.length));
    if (rest.length > longestRecord && !final) throw new LongRecordError(line + 1);
    return Buffer.concat(parts);
  };

  return {
    push: (chunk) => scan(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk, false),
    finish: () => scan(rest, true),
    records: () => count,
  };
}
