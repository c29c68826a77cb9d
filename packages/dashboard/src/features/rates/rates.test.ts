import type { Rates } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { defaultState } from '../../address/state.ts';
import { levelOf, listedRows, rateRows } from './rateRows.ts';
import { rateSentence, ratesFinding } from './rateSentences.ts';
import { rateMetric } from './useRates.ts';
import { rateWords } from './words.ts';

const column = <Value>(...values: Value[]): Value[] => values;

const answer: Rates = {
  meta: { metric: 'resolution_rate', by: 'unit', expected: 'topics', fewest: 30 } as Rates['meta'],
  mean: { numerator: 800, denominator: 1000, rate: 0.8 },
  without_group: { numerator: 0, denominator: 0 },
  dispersion: null,
  instead: [],
  classes: [
    { name: 'worse', label: rateWords.en.levels, rule: rateWords.en.levels, groups: 1 },
    { name: 'inside', label: rateWords.en.levels, rule: rateWords.en.levels, groups: 342 },
    { name: 'small', label: rateWords.en.levels, rule: rateWords.en.levels, groups: 1 },
  ] as unknown as Rates['classes'],
  groups: {
    group: column('few', 'same', 'weak'),
    numerator: column(2, 70, 737),
    denominator: column(8, 100, 1204),
    rate: column(0.25, 0.7, 0.61213),
    lower: column(0, 0.6, 0.58),
    upper: column(1, 0.8, 0.64),
    expected: column(0.7, 0.72, 0.7),
    own_part: column(0, 0, 0),
    adjusted: column(0.3, 0.7, 0.61),
    weight: column(8, 100, 1204),
    shrunken: column(0.68, 0.7, 0.62),
    shrunken_lower: column(0.6, 0.66, 0.6),
    shrunken_upper: column(0.72, 0.74, 0.64),
    rank: column(null, 170, 322),
    rank_lower: column(null, 60, 310),
    rank_upper: column(null, 300, 331),
    z_chance: column(null, -0.4, -6),
    p_chance: column(null, 0.68, 1e-8),
    q_chance: column(null, 0.8, 1e-6),
    z: column(null, -0.2, -2.2),
    p: column(null, 0.8, 0.03),
    q: column(null, 0.9, 0.3),
    verdict: column('small', 'unclear', 'lower'),
    class: column('small', 'inside', 'worse'),
  },
  funnel: null,
  method: {} as Rates['method'],
  notice: null,
};

test('the lowest first, small ones last', () => {
  expect(rateRows(answer).map(({ code, level }) => [code, level])).toEqual([
    ['weak', -2],
    ['same', 0],
    ['few', null],
  ]);
});

test('a short list goes on with those next to it that chance explains', () => {
  const listed = (list: 'lower' | 'higher' | 'all') => {
    const { rows, chanceFrom } = listedRows(rateRows(answer), list);
    return [rows.map(({ code }) => code), chanceFrom];
  };
  expect(listed('lower')).toEqual([['weak', 'same'], 1]);
  expect(listed('higher')).toEqual([['same'], 0]);
  expect(listed('all')).toEqual([['weak', 'same', 'few'], null]);
});

test('only what survives the control of false discoveries is off', () => {
  expect(levelOf('unclear', 'far_worse')).toBe(0);
  expect(levelOf('lower', 'inside')).toBe(-1);
  expect(levelOf('higher', 'far_better')).toBe(3);
});

test('a sentence for a unit, in both languages', () => {
  const [weak, same, few] = rateRows(answer);
  if (!weak || !same || !few) throw new Error('rows are missing');
  expect(rateSentence(weak, answer, rateWords.en, 'en')).toBe(
    'Resolved 61.2% of 1,204; about 70.0% would be expected on the same topics; so low by chance less than once in 1,000; rank 310–331 of 343. That is further off than groups usually differ.',
  );
  expect(rateSentence(same, answer, rateWords.en, 'en')).toContain('chance explains the difference (p 0.68)');
  expect(rateSentence(few, answer, rateWords.zh, 'zh')).toBe(
    '8件中解决25.0%；样本不足30件，不评价、不排名。',
  );
  expect(rateSentence({ ...weak, chance: 0.02 }, answer, rateWords.en, 'en')).toContain('about once in 100;');
});

test('the finding counts those that are truly lower', () => {
  expect(ratesFinding(answer, 'unit', rateWords.en, 'en')).toBe(
    '1 of 343 units are truly below what is expected',
  );
  expect(ratesFinding(answer, 'unit', rateWords.zh, 'zh')).toBe('343个承办单位中1个明显低于预期');
});

test('a rate the city does not record is replaced by one it does', () => {
  const screen = { state: { ...defaultState, metric: 'resolution_rate' as const } };
  expect(rateMetric(screen, new Set(['on_time_rate']))).toBe('on_time_rate');
  expect(rateMetric(screen, new Set(['resolution_rate', 'on_time_rate']))).toBe('resolution_rate');
});
