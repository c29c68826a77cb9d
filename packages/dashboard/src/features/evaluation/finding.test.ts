import { describe, expect, test } from 'vitest';
import { findingOf } from './finding.ts';
import { rowOf } from './made-up-row.ts';
import type { MonthRow } from './rows.ts';
import { findingTold } from './sentence.ts';
import { evaluationWords } from './words.ts';

/** Units with the ranks they may truly have, in their order; scores fall by one. */
const ranked = (...ranges: readonly (readonly [number, number])[]): MonthRow[] =>
  ranges.map(([first, last], at) => rowOf(`u${at + 1}`, { rank: at + 1, first, last, score: 99 - at }));

const unranked = (code: string) =>
  rowOf(code, { standing: 'too_few', rank: null, first: null, last: null, score: null });

const say = (rows: readonly MonthRow[], language: 'en' | 'zh' = 'en') =>
  findingTold(findingOf(rows, 30), {
    words: evaluationWords[language].finding,
    language,
    name: (code) => code,
  });

describe('what a month finds', () => {
  test('nobody is ranked, or a single one', () => {
    expect(say([unranked('a'), unranked('b')])).toBe(
      'Nobody is ranked: no unit has 30 answers for every rate',
    );
    expect(say([...ranked([1, 1]), unranked('b')])).toBe('Only u1 has a score: there is no ranking');
    expect(findingOf([], 30)).toEqual({ kind: 'nobody', units: 0, fewest: 30 });
  });

  test('all scores are equal, which no interval turns into an order', () => {
    const tied = ranked([1, 3], [1, 3], [1, 3]).map((row) => ({ ...row, rank: 1, score: 90 }));
    expect(say(tied)).toBe('All 3 have the same score');
  });

  test('every unit may be in either half: the order is chance', () => {
    expect(say(ranked([1, 4], [1, 4], [1, 4], [2, 4]))).toBe('The order of the 4 ranked is mostly chance');
  });

  test('one is ahead, and below it the order is chance', () => {
    expect(say(ranked([1, 2], [2, 6], [2, 6], [2, 6], [2, 6], [2, 6]))).toBe(
      'u1 ranks 1–2; below, the order is mostly chance',
    );
  });

  test('one ahead and two behind are named with their ranks', () => {
    const rows = ranked([1, 2], [2, 6], [2, 6], [2, 7], [2, 6], [2, 6], [5, 8], [7, 8]);
    expect(say(rows)).toBe('u1 ranks 1–2, u7 5–8, u8 7–8; between them the order is mostly chance');
    expect(say(rows, 'zh')).toBe('u1居第1–2名，u7居第5–8名，u8居第7–8名；其间名次多属随机波动');
  });

  test('many at an end are counted, and units without a score do not count', () => {
    const rows = ranked([1, 3], [1, 3], [1, 3], [4, 8], [4, 8], [4, 8], [4, 8], [4, 8]);
    expect(say([...rows, unranked('x')])).toBe(
      '3 of 8 are in the upper half beyond chance; below, the order is mostly chance',
    );
  });

  test('where ranks are narrow it is not called chance', () => {
    const narrow = ranked(...Array.from({ length: 20 }, (_, at) => [Math.max(1, at), at + 2] as const));
    expect(say(narrow)).not.toContain('chance;');
    expect(say(narrow)).toContain('in the upper half beyond chance');
  });

  test('where most neighbours are told apart, the order is called no chance', () => {
    const rows = ranked([1, 1], [2, 2], [3, 3], [4, 5], [4, 5]).map((row, at) => ({
      ...row,
      toldApart: at < 3,
    }));
    expect(say(rows)).toBe('Most of the order is beyond chance: 4 tiers of 5 units differ');
  });

  test('neighbours that differ part the ranking, though every unit may cross the middle', () => {
    const rows = ranked([1, 3], [1, 4], [2, 4], [2, 4]).map((row, at) => ({ ...row, toldApart: at === 1 }));
    expect(findingOf(rows, 30)).toEqual({ kind: 'lines', ranked: 4, tiers: [2, 2] });
  });
});
