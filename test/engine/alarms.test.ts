import { alarmSeries, watchSteps } from '@hotline-atlas/api';
import { type Alarms, watches } from '@hotline-atlas/model';
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
    const steps = watchSteps(lastDay(), watch, judged.history.span.from, judged.city.regimes);
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

test('a day without data and a filter that finds nothing are answered with a notice', async () => {
  for (const address of ['as_of=2090-01-01', 'where=topic1:nothing-like-it'])
    expect(await alarms(address)).toMatchObject({ alarms: [], notice: { code: 'no_data' } });
});
