import {
  alarmSeries,
  clusterSeries,
  compileSeries,
  daysQuestion,
  type History,
  historyOf,
  hotspotSeries,
  parseClusters,
  parseHotspots,
  parseRates,
  parseTrend,
  planSeries,
  rateSeries,
  readTables,
  type SeriesQuestion,
  stepsOf,
  type Table,
  trendSeries,
  watchSteps,
} from '@hotline-atlas/api';
import { readPublication } from '@hotline-atlas/clickhouse';
import {
  type Alarms,
  type Clusters,
  clusterSteps,
  everything,
  expectations,
  type Hotspots,
  hotspotMeasures,
  hotspotSteps,
  metricNames,
  metricOf,
  placeLevels,
  type Rates,
  rateExpectations,
  rateGroupings,
  rateMetrics,
  type Trend,
  trendGrains,
  watches,
} from '@hotline-atlas/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

const appeals = 8_000;

let riverton: Riverton;
let server: AtlasServer;
let tables: Table[];
let history: History;

beforeAll(async () => {
  riverton = await openRiverton('judgement');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(appeals) });
  await riverton.load([riverton.file('random.csv', body)]);
  server = await serveRiverton(riverton);
  tables = await readTables(riverton.database);
  const publication = await readPublication(riverton.database);
  if (!publication) throw new Error('nothing was published');
  history = historyOf(publication, riverton.city.time_zone);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const raw = (address: string) =>
  Object.fromEntries([...new URLSearchParams(address)].map(([name, value]) => [name, [value]]));

async function explain(question: SeriesQuestion): Promise<void> {
  const { city } = riverton;
  const { plan, parts } = planSeries(question, { scope: everything, history, city, tables });
  const { text, parameters } = compileSeries(plan, question.dimensions, parts);
  const { rows } = await riverton.database.rows({ sql: `EXPLAIN ${text}`, parameters });
  expect(rows.length, text).toBeGreaterThan(0);
}

const hotspots = (address: string) => server.json<Hotspots>(`/api/hotspots?${address}`);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('hot spots', () => {
  test('every level × resolution × step × measure × expectation is understood by the engine', async () => {
    for (const level of placeLevels)
      for (const resolution of level === 'cell' ? [7, 8, 9, 10] : [8])
        for (const step of hotspotSteps)
          for (const measure of hotspotMeasures)
            for (const expected of expectations) {
              const address = `level=${level}&resolution=${resolution}&step=${step}&measure=${measure}&where=topic1:housing`;
              const question = parseHotspots(raw(address), []);
              const steps = stepsOf(question.selection, history, riverton.city, step, 24);
              const { selected, all } = hotspotSeries(question, expected, steps);
              await explain(selected);
              if (all) await explain(all);
            }
  });

  test.each(['cell', 'subdistrict', 'district'])('by %s, counts are those of /api/query', async (level) => {
    const answer = await hotspots(`level=${level}&where=topic1:housing&step=quarter`);
    const { from, to } = answer.meta.period;
    const { rows } = await server.query(
      `metrics=appeals&by=${level}&where=topic1:housing&from=${from}&to=${to}`,
    );
    const counts = new Map(rows.map((row) => [row[level], Number(row.appeals)]));
    expect(answer.study_area.not_located).toBe(counts.get('') ?? 0);
    expect(answer.places.place.length).toBeGreaterThan(1);
    answer.places.place.forEach((place, index) => {
      expect(answer.places.count[index], place).toBe(counts.get(place) ?? 0);
    });
    expect(sum(answer.places.count) + answer.study_area.not_located).toBe(sum([...counts.values()]));
    expect(sum(answer.series.count)).toBe(sum(answer.places.count));
    expect(answer.series.count).toHaveLength(answer.places.place.length * answer.meta.steps.length);
  });

  test('problems are never more than contacts, and fewer where callers come back', async () => {
    const [contacts, problems] = await Promise.all([
      hotspots('level=district&step=quarter'),
      hotspots('level=district&step=quarter&measure=problems'),
    ]);
    expect(problems.meta.source).toBe('appeal');
    problems.places.count.forEach((count, place) => {
      expect(count).toBeLessThanOrEqual(contacts.places.count[place] ?? 0);
    });
    expect(sum(problems.places.count)).toBeLessThan(sum(contacts.places.count));
  });

  test.each([
    ['where=topic1:nothing-like-it', 'no_data'],
    ['level=district&where=district:north', 'too_few_places'],
    ['from=2090-01-01&to=2091-01-01', 'too_few_steps'],
  ])('%s is answered with a notice (%s) and empty places', async (address, code) => {
    const answer = await hotspots(address);
    expect(answer.notice).toMatchObject({ code, en: expect.any(String), zh: expect.any(String) });
    expect(answer.global).toBeNull();
    expect(answer.places.z.every((z) => z === null)).toBe(true);
  });

  test('the same question is not worked out twice: 304', async () => {
    const first = await server.fetch('/api/hotspots?level=subdistrict');
    const tag = first.headers.get('etag') ?? '';
    const again = await server.fetch('/api/hotspots?level=subdistrict', { 'If-None-Match': tag });
    expect([first.status, again.status]).toEqual([200, 304]);
    const other = await server.fetch('/api/hotspots?level=district', { 'If-None-Match': tag });
    expect(other.status).toBe(200);
  });

  test('as a file: one line a place', async () => {
    const response = await server.fetch('/api/hotspots?level=subdistrict&format=csv');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(lines[0]).toBe(Object.keys((await hotspots('level=subdistrict')).places).join(','));
    expect(lines).toHaveLength(1 + (await hotspots('level=subdistrict')).places.place.length);
  });
});

/** Forty appeals of one morning about the lifts of one subdistrict, in the columns of a header. */
function burstOn(day: string, header: string): string[] {
  const columns = header.replaceAll('"', '').split(',');
  return Array.from({ length: 40 }, (_, number) => {
    const fields: Record<string, string> = {
      id: `burst${number}`,
      received: `${day} 10:00:00`,
      topic: 'housing.lifts',
      district: 'north',
      subdistrict: 'north-east',
    };
    return columns.map((column) => fields[column] ?? '').join(',');
  });
}

describe('alarms', () => {
  const alarms = (address: string) => server.json<Alarms>(`/api/alarms?${address}`);
  const lastDay = () => history.publication.lastDay;

  test('daily and weekly, with and without conditions, they are understood by the engine', async () => {
    for (const watch of watches) {
      const steps = watchSteps(lastDay(), watch, history.span.from, riverton.city.regimes);
      const clauses = [[], [{ dimension: 'subdistrict' as const, exclude: false, values: ['x'] }]];
      for (const where of clauses) {
        const { byTopic, byArea } = alarmSeries(where, lastDay(), steps);
        await explain(byTopic);
        await explain(byArea);
      }
    }
  });

  test('forty appeals out of nowhere on one day in one place are one alarm, and its address leads to them', async () => {
    const own = await openRiverton('judgement_alarm');
    try {
      const { body } = await own.database.bytes({ sql: randomAppealsSql(appeals) });
      const lines = body.toString('utf8').trimEnd().split('\n');
      const burst = burstOn(lastDay(), lines[0] ?? '');
      await own.load([own.file('random.csv', `${[...lines, ...burst].join('\n')}\n`)]);
      const served = await serveRiverton(own);
      const answer = await served.json<Alarms>(`/api/alarms?as_of=${lastDay()}`);
      const [first, ...others] = answer.alarms;
      expect(others).toEqual([]);
      expect(first).toMatchObject({ rule: 'farrington', since: lastDay() });
      expect(first?.observed).toBeGreaterThanOrEqual(40);
      expect(first?.series.count.at(-1)).toBe(first?.observed);
      const { meta } = await served.json<{ meta: { total: number } }>(first?.appeals ?? '');
      expect(meta.total).toBe(first?.observed);
      await served.close();
    } finally {
      await own.close();
    }
  });

  test('a day without data and a filter that finds nothing are answered with a notice', async () => {
    for (const address of ['as_of=2090-01-01', 'where=topic1:nothing-like-it'])
      expect(await alarms(address)).toMatchObject({ alarms: [], notice: { code: 'no_data' } });
  });
});

describe('trends', () => {
  const trend = (address: string) => server.json<Trend>(`/api/trend?${address}`);
  const metrics = metricNames.filter((metric) => ['sum', 'ratio'].includes(metricOf(metric).kind));

  test('every sum and share × grain is understood by the engine', async () => {
    for (const metric of metrics)
      for (const grain of trendGrains) {
        const question = parseTrend(raw(`metric=${metric}&grain=${grain}&where=topic1:housing`), []);
        const { steps, any } = trendSeries(question, history.span);
        await explain(steps);
        await explain(any);
        await explain(daysQuestion(question, history.span));
      }
  });

  test.each(['appeals', 'resolution_rate'])('values of %s are those of /api/query', async (metric) => {
    const answer = await trend(`metric=${metric}&grain=month&where=district:north&horizon=0`);
    const { rows } = await server.query(`metrics=${metric}&by=month&where=district:north`);
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
    const [regime] = riverton.city.regimes;
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
});

describe('clusters', () => {
  const clusters = (address: string) => server.json<Clusters>(`/api/clusters?${address}`);

  test('every level × step is understood by the engine', async () => {
    for (const level of placeLevels)
      for (const step of clusterSteps) {
        const question = parseClusters(raw(`level=${level}&step=${step}&where=topic1:housing`), []);
        const steps = stepsOf(question.selection, history, riverton.city, step, 24);
        const { steps: own, usual } = clusterSeries(question, steps, history.span.from);
        await explain(own);
        await explain(usual);
      }
  });

  test('the same question has the same answer, and its appeals are those it counted', async () => {
    const address = 'level=subdistrict&step=month&replications=99';
    const [first, again] = [await clusters(address), await clusters(`${address}&limit=4`)];
    expect(again.clusters).toEqual(first.clusters);
    expect(first.meta).toMatchObject({ places: 4, replications: 99 });
    for (const { appeals, observed, p } of first.clusters) {
      const { meta } = await server.json<{ meta: { total: number } }>(appeals ?? '');
      expect(meta.total).toBe(observed);
      expect(p).toBeGreaterThanOrEqual(0.01);
    }
  });

  test.each([
    ['where=topic1:nothing-like-it', 'no_data'],
    ['level=district', 'too_few_places'],
    ['from=2023-04-03&to=2023-04-10', 'too_few_steps'],
    ['where=topic1:housing&where=district:north&from=2023-04-03&to=2023-04-05&step=day', 'too_few_appeals'],
  ])('%s is answered with a notice (%s)', async (address, code) => {
    expect(await clusters(address)).toMatchObject({ clusters: [], notice: { code } });
  });

  test('a scan of too much is refused, and the problem says how to narrow it', async () => {
    const response = await server.fetch(
      '/api/clusters?resolution=10&step=day&from=2022-04-01&to=2023-07-01&longest=300&replications=999',
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('alive=latest') });
  });
});

const rates = (address: string) => server.json<Rates>(`/api/rates?${address}`);

describe('rates', () => {
  test('every metric × grouping × expectation is understood by the engine', async () => {
    for (const metric of rateMetrics)
      for (const by of rateGroupings)
        for (const expected of by.startsWith('topic') ? ['mean'] : rateExpectations) {
          const question = parseRates(raw(`metric=${metric}&by=${by}&expected=${expected}`), []);
          await explain(rateSeries(question, history.span));
        }
  });

  test.each(['unit', 'district', 'subdistrict'] as const)(
    'by %s, counts are those of /api/query',
    async (by) => {
      const answer = await rates(`by=${by}&metric=on_time_rate`);
      const { rows } = await server.query(`metrics=on_time_rate&by=${by}`);
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
    const csv = await (await fetch(`${server.url}/api/rates?by=topic1&format=csv`)).text();
    expect(csv.split('\n')[0]).toMatch(/^group,numerator,denominator,rate,/);
  });

  test('a wrong name says what there is', async () => {
    const response = await fetch(`${server.url}/api/rates?metric=resolutionrate`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter: 'metric' });
  });
});
