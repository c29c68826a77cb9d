import { monthNumber } from '@hotline-atlas/clickhouse';
import { expect, test } from 'vitest';
import { firstDayOfSteps, searchSteps } from './search-steps.ts';

const of = (month: string, place: number) => place * 4096 + monthNumber(`${month}-01`);
const [may, june, july, more] = [of('2023-05', 1), of('2023-06', 1), of('2023-07', 1), of('2023-06', 2)];

test('months are searched the newest first, whole, so many texts at a time; what is indexed costs nothing', () => {
  const unindexed = new Map([
    [may, 60],
    [june, 40],
    [more, 50],
  ]);
  const steps = searchSteps([may, june, july, more], unindexed, 100);
  expect(steps.map(({ generations, texts }) => [generations, texts])).toEqual([
    [[july, june, more], 90],
    [[may], 60],
  ]);
  expect(firstDayOfSteps(steps.slice(0, 1))).toBe('2023-06-01');
  expect(searchSteps([may, june, july], new Map(), 0)).toHaveLength(1);
});
