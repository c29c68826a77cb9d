import { shift } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('coverage');
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

/** A file with as many appeals in every hour of every day; of the last day some hours only. */
function load(
  name: string,
  days: number,
  hours: readonly number[],
  lastHours: readonly number[],
  first = '2024-03-01',
) {
  const lines = Array.from({ length: days }, (_, day) => {
    const date = shift(first, 'day', day);
    return (day === days - 1 ? lastHours : hours).map(
      (hour) => `${name}-${day}-${hour},${date} ${String(hour).padStart(2, '0')}:00:00,housing`,
    );
  });
  return riverton.load([riverton.file(`${name}.csv`, ['id,received,topic', ...lines.flat()].join('\n'))]);
}

const everyHour = Array.from({ length: 24 }, (_, hour) => hour);
/** The API looks for a newer version of the data four times a second. */
const newest = async (version: number) => {
  let found = await server.query('metrics=appeals&by=day');
  for (let tries = 0; found.meta.as_of.version < version && tries < 40; tries++) {
    await new Promise((go) => setTimeout(go, 100));
    found = await server.query('metrics=appeals&by=day');
  }
  return found;
};

test('a last day without its evening is counted, marked, and not covered; with it, it is whole', async () => {
  await load('half', 30, everyHour, everyHour.slice(0, 12));
  const half = await newest(1);
  expect(half.meta.covered).toMatchObject({
    days: 29,
    of: 30,
    left_out: [{ from: '2024-03-30', to: '2024-03-31', reason: 'under_way' }],
  });
  expect(half.meta.incomplete).toEqual(['2024-03-30']);
  expect(half.rows.at(-1)).toEqual({ day: '2024-03-30', appeals: 12 });
  const compared = await server.query('metrics=appeals&from=2024-03-24&to=2024-03-31&compare=previous');
  expect(compared.rows).toMatchObject([
    { appeals: 156, appeals_before: 168, appeals_paired: 144, appeals_change: 0 },
  ]);
  await load('rest', 30, [], everyHour.slice(12));
  const whole = await newest(half.meta.as_of.version + 1);
  expect(whole.meta.covered).toMatchObject({ days: 30, left_out: [] });
  expect(whole.meta.incomplete).toEqual([]);
});

test('where the year before has no appeals, all hours tell whether the last day is whole', async () => {
  const { version } = (await server.query('metrics=appeals')).meta.as_of;
  await load('slice', 3, everyHour, everyHour.slice(0, 12), '2025-06-01');
  const slice = await newest(version + 1);
  expect(slice.meta.incomplete).toContain('2025-06-03');
  expect(slice.meta.covered.left_out.at(-1)).toMatchObject({ from: '2025-06-03', reason: 'under_way' });
});
