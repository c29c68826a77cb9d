import { parseRates, rateSeries } from '@hotline-atlas/judgement';
import { type Rates, rateExpectations, rateGroupings, rateMetrics } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton, parametersOf, sum } from '../judged-riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

const rates = (address: string) => judged.server.json<Rates>(`/api/rates?${address}`);

test('every metric × grouping × expectation is understood by the engine', async () => {
  for (const metric of rateMetrics)
    for (const by of rateGroupings)
      for (const expected of by.startsWith('topic') ? ['mean'] : rateExpectations) {
        const question = parseRates(parametersOf(`metric=${metric}&by=${by}&expected=${expected}`), []);
        await judged.explain(rateSeries(question, judged.history.span));
      }
});

test.each(['unit', 'district', 'subdistrict'] as const)(
  'by %s, counts are those of /api/query',
  async (by) => {
    const answer = await rates(`by=${by}&metric=on_time_rate`);
    const { rows } = await judged.server.query(`metrics=on_time_rate&by=${by}`);
    const counts = new Map(rows.map((row) => [row[by], Number(row.on_time_rate_denominator)]));
    expect(answer.without_group.denominator).toBe(counts.get('') ?? 0);
    answer.groups.group.forEach((group, at) => {
      expect(answer.groups.denominator[at], group).toBe(counts.get(group) ?? 0);
    });
    expect(answer.mean.denominator + answer.without_group.denominator).toBe(sum([...counts.values()]));
    expect(sum(answer.classes.map(({ groups }) => groups))).toBe(answer.groups.group.length);
  },
);

test('what is judged is said in full, and the same question has the same answer', async () => {
  const [one, other] = await Promise.all([
    rates('by=subdistrict&metric=on_time_rate'),
    rates('by=subdistrict&metric=on_time_rate&format=json&where=district:!nowhere'),
  ]);
  expect(one.notice).toBeNull();
  expect(one.funnel?.weight).toHaveLength(64);
  expect(one.method.parts.map(({ name }) => name)).toContain('additive_overdispersion');
  one.groups.rank.forEach((rank, at) => {
    if (rank === null) return;
    expect(one.groups.rank_lower[at]).toBeLessThanOrEqual(one.groups.rank_upper[at] ?? 0);
    expect(one.groups.shrunken_lower[at]).toBeLessThanOrEqual(one.groups.shrunken[at] ?? 0);
  });
  expect(other.groups.shrunken).toEqual(one.groups.shrunken);
});

test('one group, nothing at all, and a file', async () => {
  expect((await rates('by=district&where=district:north')).notice?.code).toBe('too_few_groups');
  expect((await rates('where=topic1:housing&from=2030-01-01&to=2031-01-01')).notice?.code).toBe('no_data');
  const csv = await (await fetch(`${judged.server.url}/api/rates?by=topic1&format=csv`)).text();
  expect(csv.split('\n')[0]).toMatch(/^group,numerator,denominator,rate,/);
});

test('a wrong name says what there is', async () => {
  const response = await fetch(`${judged.server.url}/api/rates?metric=resolutionrate`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ parameter: 'metric' });
});
