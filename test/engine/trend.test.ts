import { parseTrend, trendSeries } from '@hotline-atlas/judgement';
import { metricNames, metricOf, type Trend, trendGrains } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton, parametersOf } from '../judged-riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

const trend = (address: string) => judged.server.json<Trend>(`/api/trend?${address}`);
const metrics = metricNames.filter((metric) => ['sum', 'ratio'].includes(metricOf(metric).kind));

test('every sum and share × grain is understood by the engine', async () => {
  for (const metric of metrics)
    for (const grain of trendGrains) {
      const question = parseTrend(parametersOf(`metric=${metric}&grain=${grain}&where=topic1:housing`), []);
      await judged.explain(trendSeries(question, judged.history.span));
    }
});

test.each(['appeals', 'resolution_rate'])('values of %s are those of /api/query', async (metric) => {
  const answer = await trend(`metric=${metric}&grain=month&where=district:north&horizon=0`);
  const { rows } = await judged.server.query(`metrics=${metric}&by=month&where=district:north`);
  expect(answer.series.start).toEqual(rows.map(({ month }) => month));
  rows.forEach((row, step) => {
    expect(answer.series.value[step]).toBeCloseTo(Number(row[metric]), 5);
    expect(answer.series.denominator[step]).toBe(row[`${metric}_denominator`] ?? null);
  });
});

test('a series of weeks is taken apart and forecast, and carries its method', async () => {
  const answer = await trend('grain=week');
  expect(answer.notice).toBeNull();
  expect(answer.forecast?.mean).toHaveLength(13);
  expect(answer.forecast?.candidates.filter(({ chosen }) => chosen).length).toBeLessThanOrEqual(1);
  expect(answer.year_on_year?.days).toBeGreaterThan(80);
  expect(answer.method.parts.map(({ name }) => name)).toContain('rolling_origin');
});

test('a regime is left out and bridged, or kept', async () => {
  const [regime] = judged.city.regimes;
  if (!regime) throw new Error('Riverton has a regime');
  const bridged = await trend(`without_regimes=${regime.name}&horizon=0`);
  const left = bridged.series.state.flatMap((state, step) => (state === 'left_out' ? [step] : []));
  expect(left.length).toBeGreaterThan(0);
  expect(left.every((step) => bridged.series.value[step] === null)).toBe(true);
  const kept = await trend(`without_regimes=${regime.name}&regimes=keep&horizon=0`);
  expect(kept.series.state).not.toContain('left_out');
});

test.each([
  ['where=topic1:nothing-like-it', 'no_data'],
  ['from=2090-01-01', 'no_data'],
  ['from=2022-05-01&to=2022-06-01', 'too_few_steps'],
])('%s is answered with a notice (%s)', async (address, code) => {
  expect(await trend(address)).toMatchObject({ notice: { code }, forecast: null, change: null });
});
