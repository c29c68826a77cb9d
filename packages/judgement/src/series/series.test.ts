import { expect, test } from 'vitest';
import { decodeSeries } from './decode-series.ts';
import { matrixOf, placeTotals, stepOf, stepTotals } from './matrix.ts';

test('rows of RowBinary: text, days, counts', () => {
  const body = Buffer.from([...[2, 0x61, 0x62, 2, 1, 0, 2, 1, 2, 5, 0, 0, 0, 0, 1, 0, 0], ...[0, 0, 0]]);
  expect(decodeSeries(body, 1, 1)).toEqual([
    { keys: ['ab'], days: Uint16Array.of(1, 258), counts: [Uint32Array.of(5, 256)] },
    { keys: [''], days: new Uint16Array(), counts: [new Uint32Array()] },
  ]);
  expect(() => decodeSeries(body.subarray(0, 10), 1, 1)).toThrow(RangeError);
});

test('sparse series become a matrix; other places and days are passed over', () => {
  const series = [
    { keys: ['b'], days: Uint16Array.of(31, 0), counts: [Uint32Array.of(7, 2)] },
    { keys: ['x'], days: Uint16Array.of(0), counts: [Uint32Array.of(9)] },
    { keys: ['a'], days: Uint16Array.of(0, 99), counts: [Uint32Array.of(1, 9)] },
  ];
  const matrix = matrixOf(series, ['a', 'b'], ['1970-01-01', '1970-02-01']);
  expect([...matrix.values]).toEqual([1, 0, 2, 7]);
  expect([...placeTotals(matrix)]).toEqual([1, 9]);
  expect([...stepTotals(matrix)]).toEqual([3, 7]);
  expect([...stepOf(matrix, 1)]).toEqual([0, 7]);
});
