import { expect, test } from 'vitest';
import { areWeights, mostPoints, readWeights, triedMoves, triedWeights, writeWeights } from './weights.ts';

test('weights and what an address says of them', () => {
  expect(readWeights('response:20,resolution:40.5')).toEqual({ response: 20, resolution: 40.5 });
  expect(readWeights('a:-1,b:x,c:,:3,d:4')).toEqual({ d: 4 });
  expect(writeWeights({ a: 1 / 3, b: 2 })).toBe('a:0.33,b:2');
  expect(
    triedWeights(
      [
        { name: 'a', weight: 10 },
        { name: 'b', weight: 20 },
      ],
      { b: 0 },
    ),
  ).toEqual({ a: 10, b: 0 });
});

test('weights that cannot be asked for', () => {
  expect(areWeights({ a: 0, b: 1 })).toBe(true);
  expect([{ a: 0, b: 0 }, { a: -1, b: 3 }, { a: Number.NaN }, { a: 1001 }].map(areWeights)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('ranks that move, the furthest first; who has no rank in either does not', () => {
  const rows = [
    { code: 'a', rank: 1 },
    { code: 'b', rank: 2 },
    { code: 'c', rank: 3 },
    { code: 'd', rank: null },
  ];
  const tried = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 3],
    ['d', 4],
  ]);
  expect(triedMoves(rows, tried)).toEqual([
    { code: 'a', from: 1, to: 2 },
    { code: 'b', from: 2, to: 1 },
  ]);
});

test('points of indicators without data are shared out in proportion', () => {
  const told = mostPoints([
    { name: 'on_time', weight: 50, measured: false },
    { name: 'day', weight: 20, measured: true },
    { name: 'month', weight: 30, measured: true },
  ]);
  expect(told.map(({ name, most }) => [name, most])).toEqual([
    ['day', 40],
    ['month', 60],
  ]);
});
