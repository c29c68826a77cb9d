import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import type { Evaluation } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { serveRiverton } from '../atlas-server.ts';
import { openRiverton } from '../riverton.ts';

const cities = fileURLToPath(new URL('../../cities', import.meta.url));

/** Requests of an agency: how many, and how many of them are closed an hour, five days, twenty days later. */
interface Requests {
  agency: string;
  hour: number;
  days: number;
  weeks: number;
  open: number;
}

const requests: Requests[] = [
  { agency: 'first', hour: 30, days: 10, weeks: 0, open: 0 },
  { agency: 'second', hour: 10, days: 10, weeks: 10, open: 10 },
];

/** Moments of receipt and closing of every request; '' where it is open. */
const moments = ({ hour, days, weeks, open }: Requests): [string, string][] => [
  ...Array.from({ length: hour }, (): [string, string] => ['10/2/2017 9:00:00 AM', '10/2/2017 10:00:00 AM']),
  ...Array.from({ length: days }, (): [string, string] => ['10/3/2017 9:00:00 AM', '10/8/2017 9:00:00 AM']),
  ...Array.from({ length: weeks }, (): [string, string] => ['10/4/2017 9:00:00 AM', '10/24/2017 9:00:00 AM']),
  ...Array.from({ length: open }, (): [string, string] => ['10/5/2017 9:00:00 AM', '']),
];

const file = (
  header: string,
  line: (agency: string, from: string, to: string, at: number) => string,
): string =>
  [
    header,
    ...requests.flatMap((of) => moments(of).map(([from, to], at) => line(of.agency, from, to, at))),
  ].join('\n');

async function evaluated(code: string, content: string, group: string): Promise<Evaluation> {
  const opened = await openRiverton(`evaluated_${code.replace('-', '_')}`, readCity(cities, code));
  const server = await serveRiverton(opened);
  try {
    await opened.load([opened.file('requests.csv', content)], 'requests');
    return await server.json(`/api/evaluation?month=2017-10&group=${group}`);
  } finally {
    await server.close();
    await opened.close();
  }
}

test('Los Angeles ranks departments by how soon requests are closed; cancelled ones are out', async () => {
  const agencies: Record<string, string> = { first: 'BSL', second: 'OCB' };
  const content = file(
    'SRNumber,CreatedDate,ClosedDate,UpdatedDate,RequestType,CD,NCName,Latitude,Longitude,Address,Owner,RequestSource,Status',
    (agency, from, to, at) =>
      `${agency}-${at},${from},${to},,Graffiti Removal,1,,,,,${agencies[agency]},Call,${to ? 'Closed' : 'Open'}`,
  );
  const cancelled = Array.from(
    { length: 5 },
    (_, at) => `c-${at},10/6/2017 9:00:00 AM,,,Graffiti Removal,1,,,,,OCB,Call,Cancelled`,
  );
  const answer = await evaluated('los-angeles', [content, ...cancelled].join('\n'), 'department');
  const { units, indicators, reasons } = answer;
  expect(answer.meta.scheme).toMatchObject({ name: 'example', example: true });
  // Nobody has a due time: 100 points for a week (two thirds) and a month (one third).
  expect(indicators.map(({ measured }) => measured)).toEqual([false, true, true]);
  expect(units.unit.slice(0, 2)).toEqual(['BSL', 'OCB']);
  expect(units.score.slice(0, 2)).toEqual([100, 58.33]);
  expect(indicators.map(({ denominator }) => denominator[1])).toEqual([0, 40, 40]);
  expect(reasons).toMatchObject([{ reason: 'cancelled', counts: true, orders: 5 }]);
});

test('New York ranks agencies by due times and by how soon requests are closed', async () => {
  const agencies: Record<string, string> = { first: 'NYPD', second: 'DOT' };
  const content = file(
    'Unique Key,Created Date,Closed Date,Due Date,Agency,Complaint Type,Descriptor,Borough,Latitude,Longitude,Status',
    (agency, from, to, at) =>
      `${agency}-${at},${from},${to},10/9/2017 9:00:00 AM,${agencies[agency]},Noise,Loud,QUEENS,,,${to ? 'Closed' : 'Open'}`,
  );
  const { units, indicators } = await evaluated('new-york', content, 'agency');
  expect(units.unit.slice(0, 2)).toEqual(['NYPD', 'DOT']);
  // 40 of 40 on time, 30 of 40 within a day, all within a month; 20 of 40, 10 of 40, 30 of 40.
  expect(indicators.map(({ points }) => points.slice(0, 2))).toEqual([
    [50, 25],
    [15, 5],
    [30, 22.5],
  ]);
  expect(units.score.slice(0, 2)).toEqual([95, 52.5]);
  expect(units.told_apart[0]).toBe(true);
});
