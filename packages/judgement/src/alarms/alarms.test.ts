import { InvalidQuestion } from '@hotline-atlas/model';
import { parameters } from '@hotline-atlas/query/testing';
import { seededRandom } from '@hotline-atlas/statistics';
import { expect, test } from 'vitest';
import { fallOf } from './fall.ts';
import { judgeAlarms, rules } from './judge.ts';
import { type Exceeding, importance, mergeUpwards, spreadOf } from './merge.ts';
import { type RecentInput, recentThresholds } from './recent-thresholds.ts';
import { parseAlarms } from './request.ts';
import { watchSteps } from './watch-steps.ts';
import { watchedSeries } from './watched-series.ts';

test('what is not sent has a default; other dimensions are not watched', () => {
  expect(parseAlarms(parameters(''), [])).toEqual({
    where: [],
    day: null,
    watch: 'day',
    level: 0.05,
    limit: 50,
  });
  expect(() => parseAlarms(parameters('where=channel:phone'), [])).toThrow(InvalidQuestion);
  expect(() => parseAlarms(parameters('level=1'), [])).toThrow(InvalidQuestion);
  expect(() => parseAlarms(parameters('wach=day'), [])).toThrow(
    expect.objectContaining({ nearest: ['watch'] }),
  );
});

const everyDay = { spans: [{ from: '1970-01-01', to: '2100-01-01' }], gaps: [] };

test('steps are a week apart and end with the day; those in a regime are left out', () => {
  const regime = { from: '2024-12-20', to: '2025-01-01' };
  const daily = watchSteps('2025-01-14', 'day', '2024-12-17', [regime], everyDay);
  expect(daily.ends).toEqual(['2024-12-17', '2024-12-24', '2024-12-31', '2025-01-07', '2025-01-14']);
  expect([...daily.leftOut]).toEqual([0, 1, 1, 0, 0]);
  const weekly = watchSteps('2025-01-14', 'week', '2024-12-17', [regime], everyDay);
  expect(weekly.ends).toEqual(['2024-12-24', '2024-12-31', '2025-01-07', '2025-01-14']);
  expect(weekly.period).toEqual({ from: '2024-12-18', to: '2025-01-15' });
  expect([...weekly.leftOut]).toEqual([1, 1, 0, 0]);
});

test('a step with a day without data is neither history nor observation', () => {
  const covered = {
    spans: [
      { from: '2024-12-17', to: '2024-12-30' },
      { from: '2025-01-01', to: '2025-01-15' },
    ],
    gaps: [{ from: '2024-12-30', to: '2025-01-01' }],
  };
  expect([...watchSteps('2025-01-14', 'day', '2024-12-17', [], covered).leftOut]).toEqual([0, 0, 3, 0, 0]);
  expect([...watchSteps('2025-01-14', 'week', '2024-12-17', [], covered).leftOut]).toEqual([0, 3, 0, 0]);
  const long = {
    spans: [
      { from: '2024-12-17', to: '2024-12-26' },
      { from: '2024-12-31', to: '2025-01-15' },
    ],
    gaps: [{ from: '2024-12-26', to: '2024-12-31' }],
  };
  expect([...watchSteps('2025-01-14', 'day', '2024-12-17', [], long).leftOut]).toEqual([0, 0, 2, 0, 0]);
  // Twenty weeks of about ten, each followed by a week without data: zeros would make ten appeals an alarm.
  const counts = noise(20, 5).flatMap((count) => [count, 0]);
  const leftOut = Uint8Array.from([...counts, 0], (_, step) => (step % 2 === 1 ? 3 : 0));
  const at = (last: number, states: Uint8Array) =>
    judgeAlarms({
      counts: Uint32Array.from([...counts, last]),
      steps: counts.length + 1,
      days: weeks(counts.length + 1),
      leftOut: states,
      alpha: 0.01,
    });
  expect(at(12, leftOut).expected[0]).toBeCloseTo(10, 0);
  expect(at(12, leftOut).p[0]).toBeGreaterThan(0.05);
  expect(at(12, leftOut.with(counts.length, 3)).p[0]).toBeNaN();
});

test('all appeals together far below what was to be expected are told, less than that and small numbers are not', () => {
  const random = seededRandom(9);
  const fallAt = (last: number, size: number) => {
    const counts = Uint32Array.from([
      ...Array.from({ length: 200 }, () => Math.round(size * (0.9 + 0.2 * random()))),
      last,
    ]);
    const input = { counts, steps: 201, days: weeks(201), leftOut: new Uint8Array(201), alpha: 0.01 };
    const whole = { topic: { level: 0, code: '' }, area: { level: 'city', code: '' } } as const;
    const series = [{ ...whole, district: '', path: [], counts }];
    return fallOf(series, input, { curves: [], of: Int32Array.of(-1) });
  };
  expect(fallAt(300, 1000)).toMatchObject({ observed: 300 });
  expect(fallAt(300, 1000)?.expected).toBeCloseTo(1000, -2);
  expect(fallAt(300, 1000)?.p).toBeLessThan(0.001);
  expect([fallAt(700, 1000), fallAt(2, 12), fallAt(1100, 1000)]).toEqual([null, null, null]);
});

test('an appeal counts in its topic and those above, in its district and the city', () => {
  const steps = watchSteps('1970-01-15', 'week', '1970-01-02', [], everyDay);
  const series = (keys: string[], ...days: [number, number][]) => ({
    keys,
    days: Uint16Array.from(days, ([day]) => day),
    counts: [Uint32Array.from(days, ([, count]) => count)],
  });
  const found = watchedSeries(
    [series(['north', 'water', 'water.pipe', ''], [2, 5], [14, 1]), series(['', 'water', '', ''], [14, 2])],
    [series(['north', 'north-1', 'water'], [14, 1]), series(['north', '', 'water'], [14, 7])],
    steps,
  );
  const shown = found.map(({ topic, area, counts }) => `${topic.code}@${area.code}=${[...counts]}`).sort();
  expect(shown).toEqual([
    '@=5,3',
    '@north-1=0,1',
    '@north=5,1',
    'water.pipe@=5,1',
    'water.pipe@north=5,1',
    'water@=5,3',
    'water@north-1=0,1',
    'water@north=5,1',
  ]);
});

const weeks = (count: number) => Int32Array.from({ length: count }, (_, step) => 18_000 + 7 * step);
const judged = (counts: number[]) =>
  judgeAlarms({
    counts: Uint32Array.from(counts),
    steps: counts.length,
    days: weeks(counts.length),
    leftOut: new Uint8Array(counts.length),
    alpha: 0.01,
  });
const noise = (length: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length }, () => 8 + Math.floor(5 * random()));
};

test('a long series is judged by Farrington, a short one by its recent mean, a rare one not at all', () => {
  const long = judged([...noise(200, 1), 40]);
  expect(rules[long.rule[0] ?? 0]).toBe('farrington');
  expect(long.p[0]).toBeLessThan(1e-6);
  const short = judged([...noise(20, 1), 40]);
  expect(rules[short.rule[0] ?? 0]).toBe('short_series');
  expect(short.p[0]).toBeLessThan(1e-4);
  expect(judged([...Array(200).fill(0), 4]).p[0]).toBe(1);
  expect(judged([...Array(200).fill(0), 5]).p[0]).toBeLessThan(1e-6);
  expect(judged([40]).p[0]).toBeNaN();
});

const exceeding = (
  row: number,
  topic: string,
  area: string,
  observed: number,
  expected: number,
): Exceeding => ({
  row,
  topic: { level: (topic === '' ? 0 : topic.split('.').length) as 0 | 1 | 2 | 3, code: topic },
  area: { level: area === '' ? 'city' : area.includes('-') ? 'subdistrict' : 'district', code: area },
  district: area.split('-')[0] ?? '',
  path: topic.split('.').map((_, at, codes) => codes.slice(0, at + 1).join('.')),
  observed,
  expected,
  upper: expected + 3 * Math.sqrt(expected),
  dispersion: 1,
  p: 1e-6,
  q: 1e-4,
});
const apart = () => false;

test('one burst pipe is one alarm, told by its district and its own topic', () => {
  const pipe = [
    exceeding(0, '', '', 1400, 1370),
    exceeding(1, 'water', '', 150, 120),
    exceeding(2, 'water.pipe.burst', '', 35, 6),
    exceeding(3, 'water', 'north', 40, 11),
    exceeding(4, 'water.pipe', 'north', 33, 4),
    exceeding(5, 'water.pipe.burst', 'north', 31, 2),
    exceeding(6, 'water', 'north-1', 20, 2),
    exceeding(7, 'water', 'north-2', 12, 2),
  ];
  const [first, ...others] = mergeUpwards(pipe, apart);
  expect(others).toEqual([]);
  expect(first?.best.row).toBe(5);
  expect(first && spreadOf(first)).toEqual({ subdistricts: 2, topics: 1 });
});

test('happenings in different topics or places stay apart; the greater comes first', () => {
  const two = [exceeding(0, 'heat', 'south', 90, 20), exceeding(1, 'water', 'north', 30, 10)];
  const merged = mergeUpwards(two, apart);
  expect(merged.map(({ best }) => best.row)).toEqual([0, 1]);
  const [heat, water] = merged;
  expect(heat && water && importance(heat) > importance(water)).toBe(true);
});

test('a topic lies in those above it, however a city writes its codes', () => {
  const fallen = { level: 2 as const, code: 'Damaged Tree > Fallen' };
  const tree = exceeding(0, 'Damaged Tree', '', 51, 20);
  const part = { ...exceeding(1, '', '', 35, 4), topic: fallen, path: ['Damaged Tree', fallen.code] };
  expect(mergeUpwards([tree, part], apart)).toHaveLength(1);
});

test('areas that touch share a happening', () => {
  const two = [exceeding(0, 'heat', 'south', 90, 20), exceeding(1, 'heat', 'north', 40, 20)];
  expect(mergeUpwards(two, () => true)).toHaveLength(1);
  expect(mergeUpwards(two, apart)).toHaveLength(2);
});

test('a part that stands out beyond the rise of the whole is a happening of its own', () => {
  const cold = [
    exceeding(0, 'heat', '', 2000, 1000),
    exceeding(1, 'heat', 'north', 210, 100),
    exceeding(2, 'heat', 'south', 300, 60),
  ];
  expect(
    mergeUpwards(cold, apart).map(({ best, members }) => [best.row, members.map(({ row }) => row)]),
  ).toEqual([
    [0, [1]],
    [2, []],
  ]);
});

test('the steps shown carry what each was judged by on its day', () => {
  const days = 500;
  const random = seededRandom(3);
  const daily = Uint32Array.from({ length: days }, (_, day) =>
    day >= days - 2 ? 60 : 8 + Math.floor(5 * random()),
  );
  const ends = Int32Array.from({ length: 20 }, (_, step) => 18_000 + days - 20 + step);
  const shown: RecentInput = {
    daily,
    days,
    seasons: { daily, of: Int32Array.of(0) },
    firstDay: 18_000,
    leftOut: new Uint8Array(days),
    ends,
    width: 1,
    judged: 14,
    alpha: 0.01,
  };
  const found = recentThresholds(shown);
  expect([...found.counts]).toEqual([...daily.subarray(days - 20)]);
  expect([...found.upper].map(Number.isNaN).lastIndexOf(true)).toBe(5);
  expect([...found.counts].map((count, step) => count > (found.upper[step] ?? 0)).slice(-3)).toEqual([
    false,
    true,
    true,
  ]);
  const gap = new Uint8Array(days).fill(3, days - 4, days - 3);
  const around = recentThresholds({ ...shown, leftOut: gap });
  expect([...around.counts].map(Number.isNaN).indexOf(true)).toBe(16);
  expect(around.upper[16]).toBeNaN();
  expect(around.upper[18]).toBeGreaterThan(0);
});
