import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRecord } from './record-end.ts';
import { LongRecordError } from './scan-delimited.ts';
import { scanLines } from './scan-lines.ts';

function scanned(bytes: Buffer, cut: number): string {
  const scanner = scanLines();
  const at = cut % (bytes.length + 1);
  const parts = [scanner.push(bytes.subarray(0, at)), scanner.push(bytes.subarray(at)), scanner.finish()];
  return Buffer.concat(parts).toString();
}

test('lines of JSON are the same with LF, CRLF and CR, with and without a last one, wherever they are cut', () => {
  const line = fc.record({
    value: fc.jsonValue({ maxDepth: 1 }).filter((value) => value !== undefined),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  });
  const property = fc.property(
    fc.array(line, { maxLength: 8 }),
    fc.boolean(),
    fc.nat(),
    (lines, ended, cut) => {
      const written = lines.map(({ value }) => JSON.stringify(value));
      const last = lines.length - 1;
      const content = written
        .map((text, index) => text + (index === last && !ended ? '' : lines[index]?.end))
        .join('');
      expect(scanned(Buffer.from(content), cut)).toBe(
        written.map((text, index) => `${index + 1} ${text}\n`).join(''),
      );
    },
  );
  fc.assert(property, { numRuns: 300 });
});

test('a line without an end is refused before it fills the memory', () => {
  const scanner = scanLines();
  const piece = Buffer.alloc(1 << 20, 'x');
  const push = () => {
    for (let pieces = 0; pieces < 2 * (longestRecord >> 20); pieces++) scanner.push(piece);
  };
  expect(push).toThrow(LongRecordError);
});
