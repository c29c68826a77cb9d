import { anyone } from '@hotline-atlas/access';
import { type Evaluation, everything, type Indicator, type Scheme } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

const share = (better: 'up' | 'down') =>
  better === 'up'
    ? ({ by: 'share', none: 0, full: 1 } as const)
    : ({ by: 'share', none: 1, full: 0 } as const);

const indicator = (
  numerator: Indicator['numerator'],
  denominator: Indicator['denominator'],
  better: 'up' | 'down',
): Indicator => ({
  ...{ name: String(numerator), label: { en: String(numerator) }, numerator, denominator, better },
  ...{ weight: 25, scoring: share(better), fewest: 1, optional: true },
});

const counted: Indicator[] = [
  indicator('signed_in_time', 'sign_due', 'up'),
  indicator('returned', 'return_known', 'down'),
  indicator('repeated', 'repeat_known', 'down'),
];

const header =
  'id,received,dispatched,signed,returned,topic,district,subdistrict,handling,excluded_reason,caller';
const [fees, heating] = ['housing.heating.fees', 'housing.heating.cold'];

/** An order of the north, dispatched at ten. */
function order(
  id: string,
  day: string,
  about: { signed?: string; returned?: number | ''; caller?: string; topic?: string; where?: string },
  other: { handling?: string; excluded?: string } = {},
): string {
  const { signed = '', returned = '', caller = '', topic = fees, where = 'north-east' } = about;
  const at = `${day} 10:00:00`;
  const { handling = 'dispatched', excluded = '' } = other;
  return [id, at, at, signed, returned, topic, 'north', where, handling, excluded, caller].join(',');
}

/** May, by hand: who signs within a day, what came back, and who calls again. */
const orders = [
  // Signed after two hours; the same caller comes back after 15 days.
  order('o1', '2024-05-05', { signed: '2024-05-05 12:00:00', returned: 0, caller: 'c1' }),
  // Signed after 25 hours, sent back once; the same caller comes back after 26 days, elsewhere, in June.
  order('o2', '2024-05-20', { signed: '2024-05-21 11:00:00', returned: 1, caller: 'c1' }),
  // Never signed; the caller comes back after 31 days, which is too late, and before at the desk.
  order('o3', '2024-05-02', { returned: 2, caller: 'c2' }),
  order('o4', '2024-05-09', { caller: 'c2' }, { handling: 'direct' }),
  // Signed on the last second; nobody knows whether it came back, nor who called.
  order('o5', '2024-05-08', { signed: '2024-05-09 10:00:00' }),
  // About something else.
  order('o6', '2024-05-25', { signed: '2024-05-25 10:00:00', returned: 0, caller: 'c1', topic: heating }),
  order(
    'o7',
    '2024-05-11',
    { signed: '2024-05-11 10:30:00', returned: 1, caller: 'c3' },
    { excluded: 'duplicate' },
  ),
  order('p1', '2024-06-15', { caller: 'c1', where: 'north-west' }),
  order('p2', '2024-06-02', { caller: 'c2' }),
];

/** A file that says nothing of signing and returns. */
const silent = [
  'id,received,dispatched,topic,district,subdistrict,handling,caller',
  `q1,2024-05-03 10:00:00,2024-05-03 10:00:00,${fees},north,north-west,dispatched,c9`,
];

beforeAll(async () => {
  riverton = await openRiverton('row_measures');
  await riverton.load([riverton.file('orders.csv', `${[header, ...orders].join('\n')}\n`)]);
  await riverton.load([riverton.file('silent.csv', `${silent.join('\n')}\n`)]);
  const [first] = riverton.city.evaluation;
  if (!first) throw new Error('Riverton has no scheme');
  const scheme = (
    name: string,
    from: string,
    to: string | null,
    exclusions: Scheme['exclusions'],
  ): Scheme => ({
    ...{ ...first, name, from, to, exclusions, sign_within: 24 },
    indicators: counted,
  });
  const evaluation = [
    scheme('all', '2024-01', '2024-06', 'all'),
    scheme('none', '2024-06', null, ['withdrawn']),
  ];
  server = await serveRiverton(
    { database: riverton.database, city: { ...riverton.city, evaluation } },
    {
      personOf: (request) => ({
        ...anyone,
        scope: request.get('x-who')
          ? scopedTo(['south'], { published: ['district', 'subdistrict', 'month'] })
          : everything,
      }),
    },
  );
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const told = ({ units: { unit }, indicators }: Evaluation) =>
  Object.fromEntries(
    unit.map((code, at) => [
      code,
      Object.fromEntries(
        indicators.map(({ name, numerator, denominator }) => [name, [numerator[at], denominator[at]]]),
      ),
    ]),
  );

const may = 'month=2024-05&group=subdistrict';
const expected = {
  'north-east': { signed_in_time: [3, 5], returned: [2, 4], repeated: [2, 4] },
  'north-west': { signed_in_time: [0, 0], returned: [0, 0], repeated: [0, 1] },
};

test('who signed in time, what was sent back and who called again, by hand', async () => {
  const answer = await server.json<Evaluation>(`/api/evaluation?${may}`);
  expect(told(answer)).toMatchObject(expected);
  expect(answer.meta.source).toBe('appeal');
  // 25 of 25 points, of them 3 in 5; 2 in 4; 2 in 4.
  const at = answer.units.unit.indexOf('north-east');
  expect(answer.indicators.map(({ points }) => points[at])).toEqual([15, 12.5, 12.5]);
});

test('an excluded order that stays in the base is counted like any other', async () => {
  const answer = await server.json<Evaluation>(`/api/evaluation?${may}&scheme=none`);
  expect(told(answer)['north-east']).toEqual({
    signed_in_time: [4, 6],
    returned: [3, 5],
    repeated: [2, 5],
  });
});

test('repeats of a month are known thirty days after it, all else at once', async () => {
  const { indicators, meta } = await server.json<Evaluation>(`/api/evaluation?${may}`);
  const state = Object.fromEntries(indicators.map(({ name, ripeness }) => [name, ripeness]));
  expect(state.repeated).toMatchObject({ state: 'provisional', ripe_from: '2024-07-01' });
  expect(state.returned?.state).toBe('ripe');
  expect(meta.provisional).toBe(true);
});

test('who sees the published ranking sees the same numbers, counted over all of it', async () => {
  const response = await server.fetch(`/api/evaluation?${may}`, { 'x-who': 'official of the south' });
  expect(response.status).toBe(200);
  expect(told((await response.json()) as Evaluation)).toMatchObject(expected);
});
