import { anyone } from '@hotline-atlas/access';
import type { City } from '@hotline-atlas/city';
import { type Evaluation, type EvaluationCourse, everything, type Scheme } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { ofCourse, ofMonth, sorted } from '../course-figures.ts';
import { storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;
const servers: AtlasServer[] = [];

beforeAll(async () => {
  riverton = await openRiverton('evaluation_course');
  await riverton.load([riverton.file('story.csv', storyFile())]);
  const official = scopedTo(['north'], { published: ['district', 'month'] });
  server = await serveRiverton(riverton, {
    personOf: (request) => ({
      ...anyone,
      scope: request.get('x-who') === 'official' ? official : everything,
    }),
  });
});
afterAll(async () => {
  await Promise.all([server, ...servers].map((each) => each.close()));
  await riverton.close();
});

async function withSchemes(evaluation: Scheme[]): Promise<AtlasServer> {
  const city: City = { ...riverton.city, evaluation };
  const own = await serveRiverton({ database: riverton.database, city });
  servers.push(own);
  return own;
}

const schemeNamed = (name: string): Scheme => {
  const found = riverton.city.evaluation.find((scheme) => scheme.name === name);
  if (!found) throw new Error(`there is no scheme ${name}`);
  return found;
};

/** Every month of a course says what that month itself says. */
async function agrees(
  own: AtlasServer,
  group: string,
  months: number,
  to: string,
): Promise<EvaluationCourse> {
  const course = await own.json<EvaluationCourse>(
    `/api/evaluation/course?group=${group}&to=${to}&months=${months}`,
  );
  for (const [at, { month, scheme, provisional }] of course.months.entries()) {
    if (scheme === null) continue;
    const alone = await own.json<Evaluation>(`/api/evaluation?month=${month}&group=${group}`);
    expect(alone.meta.scheme.name).toBe(scheme);
    expect(alone.meta.provisional).toBe(provisional);
    expect(alone.meta.seed).toBe(course.meta.seeds[at]);
    expect(sorted(ofCourse(course, at)), `${group} ${month}`).toEqual(sorted(ofMonth(alone)));
    expect(
      course.indicators.map(({ measured }) => measured[at]).filter((each) => each !== null),
    ).toHaveLength(alone.indicators.length);
  }
  return course;
}

test('every month of the course is what the month itself says, across a change of scheme', async () => {
  const course = await agrees(server, 'subdistrict', 5, '2024-04');
  expect(course.meta.source).toBe('rollup_month_outcome_area');
  expect(course.months.map(({ scheme }) => scheme)).toEqual([
    ...['first', 'first', 'first', 'second', 'second'],
  ]);
  expect(course.indicators.map(({ name, weight }) => [name, ...weight])).toEqual([
    ['resolution', 40, 40, 40, 60, 60],
    ['satisfaction', 40, 40, 40, 30, 30],
    ['on_time', null, null, null, 10, 10],
    ['response', 20, 20, 20, null, null],
  ]);
  await agrees(server, 'district', 3, '2024-03');
});

test('schemes whatever they count: rules drawn at random', async () => {
  const measures = [
    ['contacted', 'contact_asked'],
    ['resolved', 'resolution_asked'],
    ['on_time', 'due'],
    ['visited', 'appeals'],
    ['closed', 'appeals'],
  ] as const;
  const reasons = ['duplicate', 'withdrawn'];
  const drawn = fc.record({
    exclusions: fc.oneof(fc.constant('all' as const), fc.subarray(reasons)),
    indicators: fc.subarray([...measures], { minLength: 1 }),
    within: fc.boolean(),
    enters_by: fc.constantFrom('received', 'received', 'closed', 'visited'),
    starts_on: fc.constantFrom(1, 1, 1, 11),
    fewest: fc.constantFrom(1, 5, 9),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ indicators, within, fewest, ...rules }) => {
      const [first] = schemeNamed('first').indicators;
      if (!first) throw new Error('the first rules have no indicator');
      const own = indicators.map(([numerator, denominator]) => ({
        ...{ ...first, name: numerator, numerator, denominator, weight: 20, fewest },
      }));
      const hours = { ...first, name: 'within', numerator: { closed_within: 168 }, fewest };
      const scheme: Scheme = {
        ...{ ...schemeNamed('first'), ...rules, to: null },
        indicators: within ? [...own, { ...hours, denominator: 'appeals' as const }] : own,
      };
      const city = await serveRiverton({
        database: riverton.database,
        city: { ...riverton.city, evaluation: [scheme] },
      });
      try {
        await agrees(city, 'subdistrict', 4, '2024-04');
      } finally {
        await city.close();
      }
    }),
    { numRuns: 12, seed: 21 },
  );
}, 120_000);

test('months without a scheme are gaps; units are told in the order asked for', async () => {
  const [first, second] = [schemeNamed('first'), schemeNamed('second')];
  const own = await withSchemes([
    { ...first, from: '2024-01', to: '2024-02' },
    { ...second, from: '2024-03', to: null },
  ]);
  const course = await own.json<EvaluationCourse>(
    '/api/evaluation/course?group=subdistrict&unit=north-west&unit=north-east&to=2024-03&months=4',
  );
  expect(course.months.map(({ month, scheme, ranked }) => [month, scheme, ranked])).toEqual([
    ['2023-12', null, 0],
    ['2024-01', 'first', 3],
    ['2024-02', null, 0],
    ['2024-03', 'second', 4],
  ]);
  expect(course.units.map(({ unit, score, rank }) => [unit, score, rank])).toEqual([
    ['north-west', [null, 82, null, 91], [null, 1, null, 1]],
    ['north-east', [null, 76, null, 72.5], [null, 2, null, 3]],
  ]);
  const plain = await own.json<EvaluationCourse>(
    '/api/evaluation/course?group=subdistrict&to=2024-03&months=4&detail=scores',
  );
  expect(plain.units.flatMap(({ rank_first }) => rank_first)).toEqual(Array.from({ length: 16 }, () => null));
});

test('one statement counts all months, and reads no order', async () => {
  const asked: string[] = [];
  const database = new Proxy(riverton.database, {
    get: (target, key) =>
      key === 'bytes' || key === 'rows'
        ? (statement: { label?: string; sql: string }) => {
            if (statement.label?.startsWith('evaluation')) asked.push(statement.sql);
            return target[key](statement as never);
          }
        : target[key as keyof typeof target],
  });
  const own = await serveRiverton({ database, city: riverton.city });
  servers.push(own);
  await own.json('/api/evaluation/course?group=subdistrict&to=2024-02&months=14');
  expect(asked).toHaveLength(2);
  for (const sql of asked) expect(sql).not.toMatch(/FROM `?appeal`?\b/);
});

test('as a file, a line a unit and month', async () => {
  const file = await (
    await server.fetch('/api/evaluation/course?group=district&to=2024-03&months=3&format=csv')
  ).text();
  const [head = '', ...lines] = file.trim().split('\n');
  expect(head).toMatch(/^district,month,scheme,state,provisional,standing,rank,/);
  expect(lines).toHaveLength(6);
  expect(lines.find((line) => line.startsWith('north,2024-01'))).toMatch(
    /^north,2024-01,first,draft,0,ranked,1,/,
  );
});

test('an official sees what the ranking of each month tells, and nothing of others besides', async () => {
  const asOfficial = (path: string) => server.fetch(path, { 'x-who': 'official' });
  const response = await asOfficial('/api/evaluation/course?group=district&to=2024-03&months=3');
  const course = (await response.json()) as EvaluationCourse;
  expect(course.meta.rows_read).toBeNull();
  expect(course.units.map(({ unit, details, excluded }) => [unit, details, excluded])).toEqual([
    ['north', true, [2, 8, 2]],
    // By a scheme that names reasons, how many are excluded is no published figure.
    ['south', false, [0, 0, null]],
  ]);
  expect((await asOfficial('/api/evaluation/course?group=subdistrict&to=2024-03')).status).toBe(403);
});

test('what is wrong says what there is', async () => {
  const problem = async (parameters: string) => {
    const response = await server.fetch(`/api/evaluation/course?${parameters}`);
    return [response.status, ((await response.json()) as { parameter?: string }).parameter];
  };
  expect(await problem('to=2022-12')).toEqual([400, 'to']);
  expect(await problem('to=2024-1')).toEqual([400, 'to']);
  expect(await problem('to=2024-01&months=121')).toEqual([400, 'months']);
  expect(await problem('to=2024-01&group=units')).toEqual([400, 'group']);
  expect(await problem('to=2024-01&unit=nowhere')).toEqual([400, 'unit']);
  expect(await problem('to=2024-01&unit=a&unit=b&unit=c&unit=d&unit=e&unit=f')).toEqual([400, 'unit']);
  expect(await problem('to=2024-01&detail=most')).toEqual([400, 'detail']);
  expect((await (await withSchemes([])).fetch('/api/evaluation/course')).status).toBe(404);
});
