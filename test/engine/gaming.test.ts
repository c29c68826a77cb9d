import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import { type Connection, connect, type Database, readConfiguration } from '@hotline-atlas/clickhouse';
import { synthesize, type Truth } from '@hotline-atlas/synthetic';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const city = readCity(fileURLToPath(new URL('../../cities', import.meta.url)), 'beijing');
const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-gaming-'));

let connection: Connection;
let database: Database;

beforeAll(async () => {
  connection = await connect(readConfiguration({ DATA_DIR: inject('dataDir') }, '/'));
  database = await connection.database('gaming');
});

afterAll(async () => {
  await connection?.close();
  rmSync(folder, { recursive: true, force: true });
});

const files = (name: string): string => join(folder, name, '*.parquet');
const make = (
  name: string,
  wanted: { appeals: number; from: string; to: string; gaming?: boolean; returns?: boolean },
) => synthesize({ database, city, out: join(folder, name), seed: 5, ...wanted });

/** Reads the files as they are, without loading them. */
const rows = async <Row>(sql: string, parameters = {}) =>
  (await database.rows<Row>({ sql, parameters })).rows;

test('a history in which nobody games is the one that was made before there was gaming', async () => {
  await make('clean', { appeals: 24_000, from: '2023-11', to: '2024-02' });
  const [found] = await rows(
    'SELECT count() AS appeals, hex(sum(sipHash64(toString(tuple(*))))) AS content FROM file({files:String}, Parquet)',
    { files: files('clean') },
  );
  expect(found).toEqual({ appeals: 24_000, content: '8F7805CB3CA1BAE6' });
  expect(readFileSync(join(folder, 'clean', 'truth.json'), 'utf8')).not.toContain('gaming');
}, 600_000);

const shares = `
  countIf(excluded_reason != '') / count() AS excluded,
  countIf(excluded_reason = 'outside_authority') / count() AS odd,
  countIf(visited IS NOT NULL) / count() AS visit_rate,
  countIf(visited IS NOT NULL AND contacted = '') / countIf(visited IS NOT NULL) AS unreached,
  countIf(due >= closed AND dateDiff('second', closed, due) <= 0.02 * dateDiff('second', dispatched, due))
    / count() AS just_before,
  countIf(dateDiff('second', dispatched, closed) % 3600 = 0 OR toUnixTimestamp(closed) % 1800 = 0) / count() AS round,
  countIf(calls >= 4) / count() AS again,
  countIf(endsWith(reply, '，所反映问题已核实处理，现已办结。')) / count() AS one_reply`;

type Shares = Record<
  'excluded' | 'odd' | 'visit_rate' | 'unreached' | 'just_before' | 'round' | 'again' | 'one_reply',
  number
>;

test('units that game do in their orders what the truth says, in its months, and no other unit does', async () => {
  await make('gamed', { appeals: 240_000, from: '2024-05', to: '2024-09', gaming: true, returns: true });
  const truth: Truth = JSON.parse(readFileSync(join(folder, 'gamed', 'truth.json'), 'utf8'));
  const games = truth.gaming ?? [];
  expect(new Set(games.map(({ kind }) => kind)).size).toBe(7);
  const found = await rows<Shares & { kind: string; gaming: number }>(
    `SELECT transform(unit, {units:Array(String)}, {kinds:Array(String)}, 'clean') AS kind,
       formatDateTime(received, '%Y-%m', 'Asia/Shanghai') >= {from:String} AS gaming, ${shares}
FROM (SELECT *, count() OVER (PARTITION BY caller, topic3, unit) AS calls
      FROM file({files:String}, Parquet) WHERE handling = 'dispatched') GROUP BY kind, gaming`,
    {
      files: files('gamed'),
      units: games.map(({ unit }) => unit),
      kinds: games.map(({ kind }) => kind),
      from: games[0]?.from,
    },
  );
  const of = (kind: string, gaming = 1) => found.find((each) => each.kind === kind && each.gaming === gaming);
  const clean = of('clean');
  const strength = (wanted: string): number => {
    const own = games.filter(({ kind }) => kind === wanted);
    return own.reduce((sum, each) => sum + each.strength, 0) / own.length;
  };
  const expected: [kind: string, share: keyof Shares, times: number][] = [
    ['shrinking_base', 'excluded', 0.75],
    ['odd_exclusions', 'odd', 1],
    ['early_closing', 'just_before', 1],
    ['unreachable_visits', 'unreached', 1],
    ['closed_again', 'again', 0.9],
    ['textbook_digits', 'round', 1],
    ['template_replies', 'one_reply', 1],
  ];
  for (const [kind, share, times] of expected) {
    const usual = clean?.[share] ?? 1;
    const added = (of(kind)?.[share] ?? 0) - usual;
    expect([kind, added / strength(kind) / times > 0.6, added / strength(kind) / times < 1.5]).toEqual([
      kind,
      true,
      true,
    ]);
    expect([kind, Math.abs((of(kind, 0)?.[share] ?? 1) - usual) < 0.03]).toEqual([kind, true]);
    expect([kind, usual < 0.035]).toEqual([kind, true]);
  }
  expect(of('shrinking_base')?.visit_rate).toBeLessThan((clean?.visit_rate ?? 0) - 0.08);
}, 600_000);

test('orders came back before as often as the truth says, by unit and by topic', async () => {
  const { returns }: Truth = JSON.parse(readFileSync(join(folder, 'gamed', 'truth.json'), 'utf8'));
  if (!returns) throw new Error('the truth says nothing of returns');
  const factor = (column: string, name: string) =>
    `transform(${column}, {${name}:Array(String)}, {${name}_factors:Array(Float64)}, 1.)`;
  const found = await rows<{ likely: number; orders: number; returned: number; expected: number }>(
    `SELECT chance > 0.08 AS likely, count() AS orders, countIf(returned > 0) AS returned, sum(chance) AS expected
FROM (SELECT returned, least(0.9, {share:Float64} * ${factor('unit', 'units')} * ${factor('topic3', 'topics')}) AS chance
      FROM file({files:String}, Parquet) WHERE handling = 'dispatched' AND returned IS NOT NULL) GROUP BY likely ORDER BY likely`,
    {
      files: files('gamed'),
      share: returns.share,
      units: Object.keys(returns.units),
      units_factors: Object.values(returns.units),
      topics: Object.keys(returns.topics),
      topics_factors: Object.values(returns.topics),
    },
  );
  expect(found).toHaveLength(2);
  for (const { orders, returned, expected } of found) {
    expect(orders).toBeGreaterThan(5000);
    expect(Math.abs(returned - expected)).toBeLessThan(4 * Math.sqrt(expected));
  }
  const [signed] = await rows<{ late: number; ratio: number }>(
    `SELECT countIf(signed > closed) AS late, median(dateDiff('second', dispatched, signed) / 3600 / usual) AS ratio
FROM (SELECT *, transform(unit, {units:Array(String)}, {hours:Array(Float64)}, 2.) AS usual FROM file({files:String}, Parquet)
      WHERE signed IS NOT NULL)`,
    {
      files: files('gamed'),
      units: Object.keys(returns.signing_hours),
      hours: Object.values(returns.signing_hours),
    },
  );
  expect(signed?.late).toBe(0);
  expect(signed?.ratio).toBeGreaterThan(0.85);
  expect(signed?.ratio).toBeLessThan(1.1);
}, 600_000);
