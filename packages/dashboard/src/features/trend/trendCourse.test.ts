import type { Trend } from '@hotline-atlas/model';
import { light } from '@hotline-atlas/ui/theme/tokens.ts';
import { expect, test } from 'vitest';
import { pointsOf, trendCourse } from './trendCourse.ts';
import { trendFinding } from './trendSentences.ts';
import { trendWords } from './words.ts';

const answer = {
  meta: { grain: 'month', unit: 'count' },
  series: {
    start: ['2024-01-01', '2024-02-01'],
    value: [10, 12],
    state: ['complete', 'complete'],
    trend: [10, 11],
    seasonal: [0, 1],
    remainder: [0, 0],
    unusual: [false, true],
  },
  forecast: {
    start: ['2024-03-01'],
    mean: [13],
    intervals: [
      { level: 0.8, lower: [11], upper: [15] },
      { level: 0.95, lower: [9], upper: [17] },
    ],
  },
  marks: [],
} as unknown as Trend;
type Series = {
  data: ([number, number | null] | { value: [number, number | null]; symbol: string })[];
  stack?: string;
};

test('the forecast follows the history on one axis, with its widest interval', () => {
  const points = pointsOf(answer);
  expect(points.map(({ state }) => state)).toEqual(['complete', 'complete', 'forecast']);
  expect(points.at(-1)).toMatchObject({ mean: 13, low: 9, high: 17 });
});

test('the fan hangs on the last value, and each interval is stacked from its lower end', () => {
  const option = trendCourse(answer, trendWords.en, 600, { palette: light, language: 'en' });
  const series = option.series as Series[];
  const [low, height] = series.filter(({ stack }) => stack === 'band 0').map(({ data }) => data);
  expect(low).toEqual([
    [0, null],
    [1, 12],
    [2, 11],
  ]);
  expect(height).toEqual([
    [0, null],
    [1, 0],
    [2, 4],
  ]);
});

test('what is unusual is marked with a dot', () => {
  const option = trendCourse(answer, trendWords.en, 600, { palette: light, language: 'en' });
  const marked = (option.series as Series[]).flatMap(({ data }) =>
    data.flatMap((point) => ('symbol' in point && point.symbol === 'circle' ? [point.value] : [])),
  );
  expect(marked).toEqual([[1, 12]]);
});

test('a slope says what grows, by how much, and what part of the level that is', () => {
  const rising = {
    ...answer,
    meta: { ...answer.meta, metric: 'appeals' },
    series: { ...answer.series, value: [26_000, 26_384] },
    change: { mann_kendall_z: 4, p: 1e-5, slope_per_year: 3754 },
  } as unknown as Trend;
  const said = (language: 'en' | 'zh') => ({
    language,
    metricLabel: () => (language === 'zh' ? '诉求量' : 'Appeals'),
  });
  expect(trendFinding(rising, said('en'), trendWords.en)).toBe(
    'Appeals: the monthly count grows by 3,754 each year (+14%)',
  );
  expect(trendFinding(rising, said('zh'), trendWords.zh)).toBe('诉求量（按月计）每年平均增加3,754件，即+14%');
});
