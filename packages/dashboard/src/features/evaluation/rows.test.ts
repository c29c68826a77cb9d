import { expect, test } from 'vitest';
import { baseMovers, basePartsOf } from './base.ts';
import { rowOf } from './made-up-row.ts';
import { orderOfSorting, type RateOfRow, sortingOf, sortRows, turnedSorting } from './rows.ts';
import { placeOn, rankBand, rateScale } from './scales.ts';

const rate = (numerator: number, denominator: number): RateOfRow => ({
  ...{ numerator, denominator, rate: denominator ? numerator / denominator : null },
  ...{ lower: null, upper: null, shrunken: null, points: null },
});

const names = { unit: (code: string) => code, class: (name: string) => name };
const compare = (one: string, other: string) => (one < other ? -1 : 1);
const codes = (order: string, rows: Parameters<typeof sortRows>[0]) =>
  sortRows(rows, sortingOf(order), ['resolution'], names, compare).map(({ code }) => code);

test('what is not known comes last, whichever way a column is sorted', () => {
  const rows = [
    rowOf('b', { rank: 1, rates: [rate(9, 10)], excluded: 3 }),
    rowOf('a', { rank: 2, rates: [rate(0, 0)], excluded: null }),
    rowOf('c', { rank: null, rates: [rate(10, 10)], excluded: 0 }),
  ];
  expect(codes('', rows)).toEqual(['b', 'a', 'c']);
  expect(codes('-rank', rows)).toEqual(['a', 'b', 'c']);
  expect(codes('resolution', rows)).toEqual(['b', 'c', 'a']);
  expect(codes('-resolution', rows)).toEqual(['c', 'b', 'a']);
  expect(codes('-excluded', rows)).toEqual(['b', 'c', 'a']);
  expect(codes('name', rows)).toEqual(['a', 'b', 'c']);
  expect(codes('no such column', rows)).toEqual(codes('', rows));
});

test('a second click turns the order, and the address says nothing of the usual one', () => {
  const first = turnedSorting(sortingOf(''), 'score');
  expect(orderOfSorting(first)).toBe('-score');
  expect(orderOfSorting(turnedSorting(first, 'score'))).toBe('score');
  expect(orderOfSorting(turnedSorting(first, 'rank'))).toBe('');
});

test('the base adds up, also where exclusions are not told or nobody was visited', () => {
  const base = { appeals: 20, orders: 12, excluded: 2, visited: 7 };
  expect(basePartsOf({ base })).toEqual({ orders: 12, visited: 7, notVisited: 3, excluded: 2 });
  expect(basePartsOf({ base: { ...base, excluded: null } })).toMatchObject({ notVisited: 5, excluded: null });
  expect(basePartsOf({ base: { ...base, orders: 0 } })).toBeNull();
});

test('who moved the base: orders beyond the share of all, by hand', () => {
  // 12 of 300 are excluded, 4 %: of a's 100 that is 4, so that 6 of its 10 are beyond.
  const rows = [
    rowOf('a', { orders: 100, excluded: 10 }),
    rowOf('b', { orders: 150, excluded: 1 }),
    rowOf('c', { orders: 50, excluded: 1 }),
    rowOf('hidden', { orders: 900, excluded: null }),
  ];
  expect(baseMovers(rows, 3)).toEqual([{ code: 'a', orders: 100, excluded: 10, beyond: 6 }]);
});

test('a scale begins below the lowest rate with enough answers; a tiny unit does not stretch it', () => {
  const rows = [93, 99, 96, 96, 96].map((cases, at) => rowOf(`u${at}`, { rates: [rate(cases, 100)] }));
  const scale = rateScale([...rows, rowOf('tiny', { rates: [rate(0, 2)] })], 0, 30);
  expect(scale.low).toBeCloseTo(0.92);
  expect(scale.high).toBe(1);
  expect(scale.whole).toBeCloseTo(480 / 502);
  expect(placeOn(scale, 0.96)).toBeCloseTo(50);
  expect(placeOn(scale, 0.5)).toBe(0);
});

test('the band of a rank covers whole ranks, and its line stands in the middle of one', () => {
  expect(rankBand({ rank: 2, first: 1, last: 3 }, 4)).toEqual({ from: 0, width: 75, at: 37.5 });
  expect(rankBand({ rank: null, first: null, last: null }, 4)).toBeNull();
});
