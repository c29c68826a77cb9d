import { DuckDBInstance } from '@duckdb/node-api';
import { anyone } from '@hotline-atlas/access';
import type { Statement } from '@hotline-atlas/clickhouse';
import {
  type Clause,
  encodeClause,
  encodeQuery,
  encodeSelection,
  everything,
  exportFormats,
  needsResidents,
  type Page,
  type Scope,
} from '@hotline-atlas/model';
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { anyQuestion } from '../random-questions.ts';
import type { Riverton } from '../riverton.ts';
import {
  type KnownAppeal,
  knownAppeals,
  openPart,
  openWhole,
  recorded,
  unboundReadings,
} from '../scoped-riverton.ts';
import { unzip } from '../unzip.ts';

const appeals = 6000;
/** Questions a scope; `TRIAL_QUESTIONS=400` is the trial. */
const questions = Number(process.env.TRIAL_QUESTIONS ?? 10);
const secret = Buffer.alloc(32, 7);

const values = {
  district: ['north', 'south', ''],
  unit: ['works', 'heating', ''],
  channel: ['phone', 'web', 'app', ''],
};

/** Clauses of every kind: one or two, of districts, units and what else a city may think of. */
const anyClauses: fc.Arbitrary<Clause[]> = fc.array(
  fc.constantFrom('district', 'unit', 'channel').chain((dimension) =>
    fc.record({
      dimension: fc.constant(dimension as Clause['dimension']),
      exclude: fc.boolean(),
      values: fc.subarray(values[dimension as keyof typeof values], { minLength: 1, maxLength: 2 }),
    }),
  ),
  { minLength: 1, maxLength: 2 },
);

const anyFields = fc.record({
  texts: fc.boolean(),
  place: fc.constantFrom<Scope['place']>('point', 'point', 10, 9, 8, 7),
  time: fc.constantFrom<Scope['time']>('second', 'hour'),
  callers: fc.constantFrom(null, 'heat'),
});

const seed = 19;
const drawn = fc.sample(fc.tuple(anyClauses, anyFields), { seed, numRuns: 1 });
const scopes: [string, Scope][] = [
  [
    'the north, with nothing but the hour, the cell and a pseudonym',
    {
      clauses: [{ dimension: 'district', exclude: false, values: ['north'] }],
      ...{ texts: false, place: 8, time: 'hour', callers: 'heat', published: [], rankings: [] },
    },
  ],
  [
    'all but the south',
    { ...everything, clauses: [{ dimension: 'district', exclude: true, values: ['south'] }] },
  ],
  ['the unit works', { ...everything, clauses: [{ dimension: 'unit', exclude: false, values: ['works'] }] }],
  ...drawn.map(([clauses, fields]): [string, Scope] => {
    const scope = { ...everything, ...fields, clauses };
    return [`${clauses.map(encodeClause).join(' and ')} ${JSON.stringify(fields)}`, scope];
  }),
];

let whole: Riverton;
let known: KnownAppeal[];
beforeAll(async () => {
  whole = await openWhole('scope_whole', appeals);
  known = await knownAppeals(whole);
});
afterAll(() => whole.close());

/** What differs between two right answers: when and how they were worked out, and seals. */
const passing = new Set([
  ...['milliseconds', 'judging_milliseconds', 'rows_read', 'source', 'last_load', 'version', 'next_cursor'],
  ...['Published', 'Seen by whoever exported'],
]);
/** Sums of floats depend on the order of their terms. */
const inShort = (line: string): string =>
  line.replace(/-?\d+\.\d{9,}(e-?\d+)?/g, (number) => Number(number).toPrecision(9));

const figures = (body: string): unknown[] =>
  body
    .trim()
    .split('\n')
    .sort()
    .map((line): unknown =>
      JSON.parse(line, (key, value: unknown) => {
        if (passing.has(key)) return undefined;
        return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
      }),
    );

async function inDuckDb(file: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}') ORDER BY id`);
  return read.getRowObjectsJson();
}

const judgements = [
  'hotspots?level=subdistrict&from=2022-04-01&to=2023-07-01',
  'hotspots?level=district&from=2022-04-01&to=2023-07-01&expected=even',
  'hotspots?resolution=7&from=2023-01-01&to=2023-07-01&where=subdistrict:north-east',
  'hotspots?resolution=7&measure=problems&where=topic1:housing&expected=appeals&step=quarter',
  'hotspots?resolution=7&expected=usual&format=csv',
  'rates?by=unit',
  'rates?by=subdistrict&metric=on_time_rate&expected=mean',
  'rates?by=topic1&metric=on_time_rate&format=csv',
  'trend?metric=appeals&grain=month',
  'trend?metric=resolution_rate&grain=week&where=topic1:housing',
  'alarms?as_of=2023-06-01&watch=week',
  'alarms?as_of=2023-06-02&watch=day',
  'alarms',
  'clusters?level=subdistrict&step=week&from=2022-12-01&to=2023-06-01',
  'clusters?resolution=7&step=month&from=2023-01-01&to=2023-07-01&where=subdistrict:north-east',
  'backlog?step=month&points=13',
  'backlog?step=day&points=9&where=topic1:housing',
  'change?by=district&from=2023-05-01&to=2023-07-01',
  'change?by=topic1&metric=resolution_rate&from=2023-05-01&to=2023-07-01&compare=previous&format=csv',
  'findings?from=2023-05-01&to=2023-06-01',
  'findings?where=subdistrict:north-east&from=2023-05-01&to=2023-06-01&compare=year',
  'growth?from=2023-06-01&to=2023-07-01',
  'growth?rows=unit&columns=topic1&from=2023-06-05&to=2023-06-12&format=csv',
  'monthly-topics/candidates?month=2023-06',
  'monthly-topics/candidates?month=2023-05&level=topic3&order=growth&district=north',
  'repeats?from=2023-03-01&to=2023-07-01&limit=50',
  'repeats?where=topic1:housing&format=csv',
  'ripeness',
  'ripeness?metric=on_time_rate&grain=week',
  'export/about?where=topic1:housing',
];

describe.each(scopes)('whoever sees %s', (_, scope) => {
  let part: Riverton;
  let asked: Statement[];
  let scoped: AtlasServer;
  let alone: AtlasServer;
  beforeAll(async () => {
    part = await openPart('scope_part', appeals, scope, known);
    const recording = recorded(whole.database);
    asked = recording.statements;
    scoped = await serveRiverton(
      { city: whole.city, database: recording.database },
      { personOf: () => ({ ...anyone, scope }), secret },
    );
    const unscoped = { ...scope, clauses: [] };
    alone = await serveRiverton(part, { personOf: () => ({ ...anyone, scope: unscoped }), secret });
  });
  afterAll(async () => {
    await Promise.all([scoped.close(), alone.close()]);
    await part.database.command({ sql: 'DROP DATABASE scope_part' });
    await part.close();
  });

  async function sameOf(address: string): Promise<string> {
    const [one, other] = await Promise.all([scoped, alone].map((server) => server.fetch(`/api/${address}`)));
    const [body = '', expected = ''] = await Promise.all([one, other].map(async (each) => each?.text()));
    expect(one?.status, `${address}\n${body}`).toBe(other?.status);
    if (one?.headers.get('content-type')?.includes('json'))
      expect(figures(body), address).toEqual(figures(expected));
    else expect(inShort(body), address).toBe(inShort(expected));
    return body;
  }

  test('is answered any question as if there were nothing else', async () => {
    const drawn = fc.sample(anyQuestion, { seed, numRuns: questions });
    const own = drawn.filter(
      ({ metrics }) =>
        !metrics.some(needsResidents) || scope.clauses.every(({ dimension }) => dimension === 'district'),
    );
    for (const query of own) await sameOf(`query?${encodeQuery(query)}`);
    for (let at = 0; at + 8 <= own.length; at += 8) {
      const together = own.slice(at, at + 8).map((query) => ['question', `${encodeQuery(query)}`]);
      await sameOf(`answers?${new URLSearchParams(together)}`);
    }
  });

  test('turns pages, finds words and numbers as if there were nothing else', async () => {
    const pages = async (server: AtlasServer, address: string) => {
      const found: Page['rows'] = [];
      let cursor: string | null = '';
      for (let page = 0; cursor !== null && page < 12; page++) {
        const next: Page = await server.json<Page>(`/api/appeals?${address}${cursor && `&cursor=${cursor}`}`);
        found.push(...next.rows, { id: `${next.meta.total} ${next.meta.columns}` });
        cursor = next.meta.next_cursor;
      }
      return found;
    };
    const selections = fc
      .sample(anyQuestion, { seed: seed + 1, numRuns: 6 })
      .map((query) => `${encodeSelection(query)}`);
    for (const selection of ['', ...selections])
      expect(await pages(scoped, `${selection}&limit=200`), selection).toEqual(
        await pages(alone, `${selection}&limit=200`),
      );
    const numbers = known.filter((_, at) => at % 997 === 0).map(({ id }) => id);
    for (const id of numbers) await sameOf(`appeals?id=${id}`);
    for (const q of [...numbers, 'heating', 'north', 'south', '"of south"'])
      await sameOf(`appeals?q=${encodeURIComponent(q)}`);
  });

  test.each(exportFormats)('takes the same file as %s', async (format) => {
    for (const selection of [
      '',
      'where=topic1:housing&from=2022-05-01&to=2023-02-11',
      'where=district:south',
    ]) {
      const path = `/api/export?format=${format}&${selection}`;
      const [one, other] = await Promise.all([scoped, alone].map((server) => server.fetch(path)));
      const [mine, theirs] = await Promise.all(
        [one, other].map(async (each) => Buffer.from((await each?.arrayBuffer()) ?? new ArrayBuffer(0))),
      );
      const lines = (file = Buffer.alloc(0)) => file.toString().split('\n').sort();
      // Where only the rows could count, no number is told.
      const counts = [one, other].map((each) => each?.headers.get('x-atlas-records'));
      expect([null, counts[1]]).toContain(counts[0]);
      if (format === 'csv' || format === 'ndjson') expect(lines(mine)).toEqual(lines(theirs));
      if (format === 'xlsx') {
        const sheets = [mine, theirs].map((file) =>
          unzip(file ?? Buffer.alloc(0)).get('xl/worksheets/sheet1.xml'),
        );
        expect(sheets[0]).toBe(sheets[1]);
      }
      if (format === 'parquet') {
        const files = [mine, theirs].map((file, at) =>
          inDuckDb(whole.file(`${at}.parquet`, file ?? Buffer.alloc(0))),
        );
        const [rows, expected] = await Promise.all(files);
        expect(rows).toEqual(expected);
      }
      if (format === 'arrow') {
        const tables = [mine, theirs].map((file) =>
          tableFromIPC(file ?? Buffer.alloc(0))
            .toArray()
            .map((row) => JSON.stringify(row))
            .sort(),
        );
        expect(tables[0]).toEqual(tables[1]);
      }
    }
  });

  test.each(judgements)('is told /api/%s as if there were nothing else', async (address) => {
    await sameOf(address);
  });

  test('is read with every clause at every place where appeals are read', () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(unboundReadings(asked, scope)).toEqual([]);
  });
});
