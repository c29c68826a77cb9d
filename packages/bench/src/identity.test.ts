import { expect, test } from 'vitest';
import { difference as differenceFrom } from './identity.ts';
import { type Question, query } from './questions/question.ts';
import type { SideAnswer } from './sides/side.ts';

const question: Question = {
  name: 'test',
  panel: 'test',
  list: 'screens',
  whole: true,
  asked: {
    kind: 'query',
    query: query({ metrics: ['resolution_rate', 'median_hours_to_close'], by: ['district'] }),
  },
};
const difference = (asked: Question, ours: SideAnswer, theirs: SideAnswer) =>
  differenceFrom(asked, ours, theirs, 'bare');
const answer = (rows: Record<string, string | number | null>[]) => ({ rows, total: null, milliseconds: 1 });
const row = (district: string, numerator: number, median: number | null) => ({
  district,
  resolution_rate: null,
  resolution_rate_numerator: numerator,
  resolution_rate_denominator: 1000,
  median_hours_to_close: median,
  median_hours_to_close_denominator: 1000,
});

test('the same counts are the same, in any order, with rows of zeros or without', () => {
  const ours = answer([
    row('north', 7, 30),
    row('south', 8, 30),
    {
      district: 'west',
      resolution_rate_numerator: 0,
      resolution_rate_denominator: 0,
      median_hours_to_close_denominator: 0,
    },
  ]);
  expect(difference(question, ours, answer([row('south', 8, 31), row('north', 7, 31)]))).toBeNull();
});

test('a count that differs by one is named, and so is a row that is missing or too much', () => {
  const ours = answer([row('north', 7, 30)]);
  expect(difference(question, ours, answer([row('north', 8, 30)]))).toBe(
    'north: resolution_rate_numerator is 7 and 8',
  );
  expect(difference(question, ours, answer([]))).toContain('missing');
  expect(difference(question, ours, answer([row('north', 7, 30), row('south', 8, 30)]))).toContain(
    'south: missing',
  );
});

test('a quantile may lie in a neighbouring class of times to close, and no further', () => {
  expect(difference(question, answer([row('north', 7, 30)]), answer([row('north', 7, 33)]))).toBeNull();
  expect(difference(question, answer([row('north', 7, 30)]), answer([row('north', 7, 60)]))).toContain(
    'median',
  );
});
