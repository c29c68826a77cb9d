import { monthlySeries } from '@hotline-atlas/judgement';
import { type Change, changeGroupings, changeMetrics } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton, sum } from '../judged-riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

const change = (address: string) => judged.server.json<Change>(`/api/change?${address}`);
const noWords = { where: [], withoutRegimes: [] };

test('every metric × grouping is understood by the engine', async () => {
  for (const metric of changeMetrics)
    for (const by of changeGroupings)
      await judged.explain(monthlySeries({ selection: noWords, metric, by }, judged.history.span));
});

const quarter = 'from=2022-10-01&to=2023-01-01';

test.each([
  ['appeals', 'subdistrict'],
  ['on_time_rate', 'topic2'],
  ['resolution_rate', 'unit'],
])('%s by %s: sides are those of /api/query, and contributions add up', async (metric, by) => {
  const { groups, whole, meta, notice } = await change(
    `metric=${metric}&by=${by}&${quarter}&compare=previous`,
  );
  const { rows, meta: asked } = await judged.server.query(
    `metrics=${metric}&by=${by}&${quarter}&compare=previous`,
  );
  expect(notice).toBeNull();
  expect(meta.covered).toEqual(asked.covered);
  const nine = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : null);
  const told = groups.group.map((group, at) => [group, nine(groups.now[at]), nine(groups.before[at])]);
  const counted = rows.map((row) => [
    String(row[by]),
    nine(row[`${metric}_paired`]),
    nine(row[`${metric}_before_paired`]),
  ]);
  expect(told.sort()).toEqual(counted.filter(([, now, before]) => now !== null || before !== null).sort());
  expect(sum(groups.contribution.map((part) => part ?? 0))).toBeCloseTo(whole?.change ?? Number.NaN, 9);
});

test('the same days on both sides, nothing to compare, too few, and a file', async () => {
  const before = await change('from=2021-01-01&to=2021-02-01&by=district');
  expect([before.notice?.code, before.whole, before.groups.group]).toEqual(['nothing_to_compare', null, []]);
  const few = await change(
    'by=district&from=2023-04-03&to=2023-04-10&compare=previous&where=unit:works&where=channel:web&where=topic1:transport',
  );
  expect(few.notice?.code).toBe('too_few_appeals');
  const csv = await (
    await fetch(`${judged.server.url}/api/change?by=channel&format=csv&compare=previous&${quarter}`)
  ).text();
  expect(csv.split('\n')[0]).toMatch(/^group,now,before,/);
  expect(csv.trimEnd().split('\n').at(-1)).toMatch(/^\*,/);
});
