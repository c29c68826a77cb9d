import { alarmSeries, watchSteps } from '@hotline-atlas/judgement';
import { type Alarms, shift, sourceFieldNames, watches } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveRiverton } from '../atlas-server.ts';
import { type JudgedRiverton, judgedAppeals, openJudgedRiverton } from '../judged-riverton.ts';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton } from '../riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

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

const alarms = (address: string) => judged.server.json<Alarms>(`/api/alarms?${address}`);
const lastDay = () => judged.history.publication.lastDay;

test('daily and weekly, with and without conditions, they are understood by the engine', async () => {
  for (const watch of watches) {
    const { span, coverage } = judged.history;
    const steps = watchSteps(lastDay(), watch, span.from, judged.city.regimes, coverage);
    const clauses = [[], [{ dimension: 'subdistrict' as const, exclude: false, values: ['x'] }]];
    for (const where of clauses) {
      const { byTopic, byArea } = alarmSeries(where, lastDay(), steps);
      await judged.explain(byTopic);
      await judged.explain(byArea);
    }
  }
});

test('forty appeals out of nowhere on one day in one place are one alarm, and its address leads to them', async () => {
  const own = await openRiverton('judgement_alarm');
  try {
    const { body } = await own.database.bytes({ sql: randomAppealsSql(judgedAppeals) });
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

test('a day after the data and a filter that finds nothing are answered with a notice', async () => {
  for (const [address, code] of [
    ['as_of=2090-01-01', 'day_missing'],
    ['where=topic1:nothing-like-it', 'no_data'],
  ])
    expect(await alarms(address ?? '')).toMatchObject({ alarms: [], fall: null, notice: { code } });
});

/**
 * Appeals about lifts in the north, so many a day, half-hour by half-hour up to its end, in all of Riverton's
 * columns.
 */
function slices(days: readonly (readonly [day: string, appeals: number])[], lastHour = 23): string {
  const others = sourceFieldNames.filter(
    (name) => !['id', 'received', 'district', 'point'].includes(name) && !name.startsWith('topic'),
  );
  const empty = ','.repeat(others.length);
  const lines = days.flatMap(([day, appeals]) =>
    Array.from({ length: appeals }, (_, number) => {
      const hour = String(lastHour - (number % 8)).padStart(2, '0');
      return `${day}-${number},${day} ${hour}:59:00,housing.lifts,north${empty}`;
    }),
  );
  return `${[`id,received,topic,district,${others.join(',')}`, ...lines].join('\n')}\n`;
}

test('days without data are missing: told first, no history, and never zeros that make an alarm', async () => {
  const own = await openRiverton('alarms_gaps');
  try {
    const fridays = Array.from({ length: 9 }, (_, week) => shift('2024-02-09', 'day', 7 * week));
    const weekends = fridays.flatMap((friday) => [0, 1, 2].map((day) => shift(friday, 'day', day)));
    const days = [...weekends, '2024-04-08'].map((day) => [day, 50] as const);
    await own.load([own.file('slices.csv', slices(days))]);
    const served = await serveRiverton(own);
    const at = (address: string) => served.json<Alarms>(`/api/alarms?${address}`);
    const monday = await at('as_of=2024-04-08');
    expect(monday).toMatchObject({ alarms: [], notice: { code: 'no_history' } });
    expect(monday.meta.missing.at(-1)).toEqual({ from: '2024-04-01', to: '2024-04-05' });
    // Days next to a gap may be cut short: they are no history.
    expect((await at('as_of=2024-04-07')).notice?.code).toBe('no_history');
    expect(await at('as_of=2024-04-06')).toMatchObject({
      alarms: [],
      notice: null,
      whole: { observed: 50 },
      fall: null,
    });
    expect(await at('as_of=2024-04-03')).toMatchObject({
      alarms: [],
      notice: {
        code: 'day_missing',
        en: 'No data for 3 April 2024: no appeal of the whole city was received.',
        zh: '2024年4月3日没有数据：全市未收到任何诉求。',
      },
    });
    expect((await at('as_of=2024-04-06&watch=week')).notice?.en).toContain('4 of the 7 days');
    await served.close();
  } finally {
    await own.close();
  }
});

test('half a day is not judged as a whole one, and a fall of the whole city is told', async () => {
  const own = await openRiverton('alarms_fall');
  try {
    const before = Array.from({ length: 60 }, (_, day) => [shift('2024-02-01', 'day', day), 90] as const);
    await own.load([own.file('days.csv', slices([...before, ['2024-04-01', 20]]))]);
    const served = await serveRiverton(own);
    const fallen = await served.json<Alarms>('/api/alarms');
    expect(fallen).toMatchObject({ meta: { day: '2024-04-01' }, notice: null, fall: { observed: 20 } });
    await own.load([own.file('morning.csv', slices([['2024-04-02', 30]], 10))]);
    const later = await serveRiverton(own);
    expect((await later.json<Alarms>('/api/alarms')).meta.day).toBe('2024-04-01');
    expect(await later.json<Alarms>('/api/alarms?as_of=2024-04-02')).toMatchObject({
      alarms: [],
      notice: { code: 'day_under_way' },
    });
    await later.close();
    await served.close();
  } finally {
    await own.close();
  }
});
