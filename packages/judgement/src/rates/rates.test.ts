import { InvalidQuestion } from '@hotline-atlas/model';
import { parameters } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { classOf, verdictOf } from './classes.ts';
import { type Counted, groupsOf } from './expectation.ts';
import { gather, inputOf, obstacle } from './gathered.ts';
import { judgeRates } from './judge.ts';
import { parseRates } from './request.ts';

test('what is not sent has a default, and nonsense is refused', () => {
  expect(parseRates(parameters(''), [])).toMatchObject({
    metric: 'resolution_rate',
    by: 'unit',
    expected: 'topics',
  });
  expect(parseRates(parameters('by=topic2'), []).expected).toBe('mean');
  for (const address of ['metric=appeals', 'by=channel', 'by=topic1&expected=topics', 'limit=3'])
    expect(() => parseRates(parameters(address), [])).toThrow(InvalidQuestion);
  expect(() => parseRates(parameters('metric=resolution'), [])).toThrow(
    expect.objectContaining({ nearest: expect.arrayContaining(['resolution_rate']) }),
  );
});

const counted = (group: string, topic: string, numerator: number, denominator: number): Counted => ({
  group,
  topic,
  numerator,
  denominator,
});

test('what is expected: as all do on the same topics, by hand', () => {
  const counts = [
    counted('b', 'easy', 30, 40),
    counted('a', 'easy', 60, 60),
    counted('a', 'hard', 10, 40),
    counted('c', 'hard', 0, 0),
  ];
  // Easy 90 of 100, hard 10 of 40. Group a: (60 · 0.9 + 40 · 0.25) / 100; of its own (60² / 100 + 40² / 40) /
  // 100.
  const [a, b, c] = groupsOf(counts);
  expect([a?.group, b?.group, c?.group]).toEqual(['a', 'b', 'c']);
  expect(a?.expected).toBeCloseTo(0.64, 12);
  expect(a?.ownPart).toBeCloseTo(0.76, 12);
  expect(b?.expected).toBeCloseTo(0.9, 12);
  expect(c).toMatchObject({ denominator: 0, expected: 0 });
});

test('appeals without a group are set aside, and so are groups of which nobody was asked', () => {
  const gathered = gather([counted('', '', 5, 9), counted('a', '', 1, 4), counted('b', '', 0, 0)]);
  expect(gathered).toMatchObject({
    all: { numerator: 1, denominator: 4 },
    without: { numerator: 5, denominator: 9 },
    notAsked: 1,
  });
});

test('degenerate input says why', () => {
  const codeOf = (...rows: [number, number][]) =>
    obstacle(gather(rows.map(([yes, all], at) => counted(`g${at}`, '', yes, all))))?.code;
  expect(codeOf()).toBe('no_data');
  expect(codeOf([0, 0], [0, 0], [0, 0])).toBe('not_asked');
  expect(codeOf([40, 80])).toBe('too_few_groups');
  expect(codeOf([40, 80], [2, 5], [3, 7])).toBe('too_few_appeals');
  expect(codeOf([40, 40], [80, 80], [900, 900])).toBe('all_equal');
  expect(codeOf([40, 80], [50, 80], [60, 80])).toBeUndefined();
});

test('where nobody was asked there is no rate, which is not the same as no appeals', () => {
  expect(obstacle(gather([counted('a', '', 0, 0), counted('b', '', 0, 0)]))?.code).toBe('not_asked');
  expect(obstacle(gather([]))?.code).toBe('no_data');
});

const judged = (rows: [number, number][]) =>
  judgeRates(inputOf(gather(rows.map(([yes, all], at) => counted(`g${at}`, '', yes, all))), 500, 1));

test('only chance: nobody is drawn away from the mean and every rank is open', () => {
  const { variance, shrunken, ranks, rank, chance } = judged([
    [50, 100],
    [52, 100],
    [48, 100],
    [1, 2],
  ]);
  expect(variance).toBe(0);
  expect([...shrunken.shares]).toEqual([0.5, 0.5, 0.5, 0.5].map(() => 151 / 302));
  expect([...ranks.lower.slice(0, 3), ...ranks.upper.slice(0, 3)]).toEqual([1, 1, 1, 3, 3, 3]);
  expect([rank[3], chance.z[3], ranks.upper[3]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test('a large group that is truly lower is found, a small one that only looks so is not', () => {
  const even: [number, number][] = Array.from({ length: 100 }, (_, at) => [695 + (at % 11), 1000]);
  const { chance, scores, shrunken, ranks } = judged([[6000, 10_000], [21, 36], ...even]);
  expect(verdictOf(chance.z[0] ?? 0, chance.q[0] ?? 1, 0.05)).toBe('lower');
  expect(classOf(scores.z[0] ?? 0)).toBe('far_worse');
  expect(verdictOf(chance.z[1] ?? 0, chance.q[1] ?? 1, 0.05)).toBe('unclear');
  expect(shrunken.shares[1]).toBeGreaterThan(0.58);
  expect(ranks.lower[0]).toBe(102);
});

test('a spread that all share is no finding, however many were asked', () => {
  const rows = Array.from({ length: 60 }, (_, at): [number, number] => [80_000 + 400 * (at % 30), 100_000]);
  const { chance, scores, ratio } = judged(rows);
  expect(ratio).toBeGreaterThan(100);
  expect([...chance.q].filter((q) => q < 0.05).length).toBeGreaterThan(40);
  expect([...scores.z].map(classOf).filter((name) => name !== 'inside')).toEqual([]);
});
