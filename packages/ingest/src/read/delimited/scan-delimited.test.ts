import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRecord } from './record-end.ts';
import { LongRecordError, type RecordLayout, scanDelimited } from './scan-delimited.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const lineEnds = ['\n', '\r\n', '\r'] as const;

const layoutOf = (delimiter: string, fields: number, more: Partial<RecordLayout> = {}): RecordLayout => ({
  delimiter,
  fields,
  named: fields,
  most: fields,
  ...more,
});

/** What the scanner makes of bytes that arrive in pieces. */
function scanned(bytes: Buffer, layout: RecordLayout, cuts: readonly number[] = []): Buffer {
  const scanner = scanDelimited(layout, 1);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const pieces = [...places, bytes.length].map((to, index) => bytes.subarray(places[index - 1] ?? 0, to));
  return Buffer.concat([...pieces.map((piece) => scanner.push(piece)), scanner.finish()]);
}

const rowsOf = (bytes: Buffer, delimiter: string): string[][] =>
  parse(bytes, { delimiter, record_delimiter: '\n', relax_column_count: true });

const cell = fc.record({
  text: fc.string({
    unit: fc.constantFrom('a', 'Z', '1', ' ', '"', ',', ';', '\t', '|', '\n', '\r', '长', 'é', '\u00a0', "'"),
    maxLength: 8,
  }),
  quoted: fc.boolean(),
});
const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.array(
    fc.record({
      cells: fc.array(cell, { minLength: columns, maxLength: columns }),
      end: fc.constantFrom(...lineEnds),
      blankLines: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
);
const cuts = fc.array(fc.nat(), { maxLength: 6 });

test('any table, written with any delimiter, line ends and quoting, gives the same records however it is cut', () => {
  const property = fc.property(
    table,
    fc.constantFrom(...delimiters),
    fc.boolean(),
    cuts,
    (rows, delimiter, ended, at) => {
      const columns = rows[0]?.cells.length ?? 0;
      const written = ({ text, quoted }: { text: string; quoted: boolean }) =>
        quoted || /["\r\n]/.test(text) || text.includes(delimiter) || (columns === 1 && text === '')
          ? `"${text.replaceAll('"', '""')}"`
          : text;
      let content = '';
      let line = 1;
      const expected = rows.map(({ cells, end, blankLines }, index) => {
        const record = cells.map(written).join(delimiter);
        const begins = line;
        const last = index === rows.length - 1;
        content += record + (last && !ended ? '' : end.repeat(1 + blankLines));
        line += (record.match(/\r\n|\r|\n/g)?.length ?? 0) + 1 + blankLines;
        return [String(begins), '', '', ...cells.map(({ text }) => text)];
      });
      expect(rowsOf(scanned(Buffer.from(content), layoutOf(delimiter, columns), at), delimiter)).toEqual(
        expected,
      );
    },
  );
  fc.assert(property, { numRuns: 500 });
});

test('whatever the bytes, what becomes of them does not depend on where they are cut', () => {
  const bytes = fc.array(fc.constantFrom(...Buffer.from('ab,"\r\n\0长\xff')), { maxLength: 60 });
  const property = fc.property(bytes, cuts, (values, at) => {
    const content = Buffer.from(values);
    const whole = scanned(content, layoutOf(',', 3));
    expect(scanned(content, layoutOf(',', 3), at).toString('latin1')).toBe(whole.toString('latin1'));
  });
  fc.assert(property, { numRuns: 500 });
});

test('lines that end with a delimiter lose nothing and hide nothing', () => {
  const layout = layoutOf(',', 2, { most: 3 });
  expect(
    rowsOf(scanned(Buffer.from('a,b,\na,b\na,b,c\na,b,,\n'), layout), ',').map(([line, fault]) => [
      line,
      fault,
    ]),
  ).toEqual([
    ['1', ''],
    ['2', ''],
    ['3', '3 fields where the header has 2, and not only empty ones are too many'],
    ['4', '4 fields where the header has 2'],
  ]);
});

test('a record without an end is refused before it fills the memory', () => {
  for (const begin of ['x', '"']) {
    const scanner = scanDelimited(layoutOf(',', 2), 2);
    const piece = Buffer.alloc(1 << 20, 'x');
    scanner.push(Buffer.from(begin));
    const push = () => {
      for (let pieces = 0; pieces < 2 * (longestRecord >> 20); pieces++) scanner.push(piece);
    };
    expect(push).toThrow(LongRecordError);
  }
});

test('a byte order mark between two files that were put one behind another is no part of a value', () => {
  const bytes = Buffer.from('1,a\n\ufeff"2","b"\n\ufeff3,c');
  for (let cut = 0; cut <= bytes.length; cut++)
    expect(rowsOf(scanned(bytes, layoutOf(',', 2), [cut]), ',')).toEqual([
      ['1', '', '', '1', 'a'],
      ['2', '', '', '2', 'b'],
      ['3', '', '', '3', 'c'],
    ]);
});
