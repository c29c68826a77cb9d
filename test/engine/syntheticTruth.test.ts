import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type City, readCity, sourceOf } from '@hotline-atlas/city';
import {
  type Connection,
  connect,
  type Database,
  migrate,
  readConfiguration,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { findFiles, type IngestReport, ingest, publishReference } from '@hotline-atlas/ingest';
import { type Move, synthesize, type Truth } from '@hotline-atlas/synthetic';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { published } from '../riverton.ts';

const wanted = {
  appeals: 24_000,
  from: '2023-11',
  to: '2024-02',
  seed: 5,
  corrections: 0.03,
  defects: 0.02,
} as const;

let city: City;
let connection: Connection;
let database: Database;
let folder: string;
let truth: Truth;

const load = async (pattern: string): Promise<IngestReport> => {
  const { files } = await findFiles([join(folder, 'made', pattern)]);
  return ingest({ database, city, source: sourceOf(city, 'synthetic'), files, callerKey: '0'.repeat(32) });
};
const rows = async <Row>(sql: string, parameters = {}) =>
  (await database.rows<Row>({ sql, parameters })).rows;
const make = (out: string) => synthesize({ ...wanted, database, city, out: join(folder, out) });

beforeAll(async () => {
  city = readCity(fileURLToPath(new URL('../../cities', import.meta.url)), 'beijing');
  connection = await connect(readConfiguration({ DATA_DIR: inject('dataDir') }, '/'));
  database = await connection.database('synthetic_truth');
  await migrate(database, sqlFolder);
  await publishReference(database, city);
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-synthetic-'));
  await make('made');
  truth = JSON.parse(readFileSync(join(folder, 'made', 'truth.json'), 'utf8'));
}, 600_000);

afterAll(async () => {
  await connection?.close();
  rmSync(folder, { recursive: true, force: true });
});

const fingerprints = (out: string): Record<string, string> => {
  const names = readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, out, name)).isFile());
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, out, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, hash(name)]));
};

test('the same seed gives the same bytes: history, corrections, defects and truth', async () => {
  await make('again');
  expect(fingerprints('again')).toEqual(fingerprints('made'));
  expect(Object.keys(fingerprints('made'))).toContain('corrections/beijing-2024-01-corrections.parquet');
}, 600_000);

test('every appeal of every outbreak is there, on its topic, day and place', async () => {
  expect(await load('*.parquet')).toMatchObject({ kept: wanted.appeals, added: wanted.appeals, rejected: 0 });
  expect(truth.outbreaks.length).toBeGreaterThan(0);
  const listed = readFileSync(join(folder, 'made', 'outbreak-appeals.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  for (const outbreak of truth.outbreaks) {
    const ids = listed.map((line) => line.split(',')).filter(([number]) => number === `${outbreak.outbreak}`);
    const found = await rows<{ day: string; appeals: number; misplaced: number }>(
      `SELECT toString(day) AS day, count() AS appeals,
       countIf(topic3 != {topic:String} OR subdistrict NOT IN ('', {subdistrict:String})
               OR (cell > 0 AND geoDistance(longitude, latitude, {east:Float64}, {north:Float64}) > 10000)) AS misplaced
FROM appeal WHERE ${published} AND id IN {ids:Array(String)} GROUP BY day ORDER BY day`,
      {
        ids: ids.map(([, id]) => id),
        topic: outbreak.topic,
        subdistrict: outbreak.subdistrict,
        east: outbreak.longitude,
        north: outbreak.latitude,
      },
    );
    expect(found.map(({ appeals }) => appeals)).toEqual(outbreak.days.filter((appeals) => appeals > 0));
    expect(found[0]?.day).toBe(outbreak.first_day);
    expect(found.reduce((sum, { misplaced }) => sum + misplaced, 0)).toBe(0);
  }
}, 600_000);

const fields = ['unit', 'topic3', 'resolved', 'satisfied', 'contacted', 'excluded_reason', 'status'];

const inOrder = (moves: readonly Move[]): string[] =>
  moves.map(({ field, before, after, appeals }) => `${field}: ${before} → ${after}: ${appeals}`).sort();

test('loading the corrections moves exactly what the truth says, and nothing else', async () => {
  await database.command({
    sql: `CREATE TABLE before ENGINE = Memory AS SELECT * FROM appeal WHERE ${published}`,
  });
  const corrected = truth.corrections?.appeals ?? 0;
  expect(corrected).toBeGreaterThan(500);
  expect(await load('corrections/*.parquet')).toMatchObject({
    read: corrected,
    corrected,
    added: 0,
    repeated: 0,
    rejected: 0,
  });
  const moves = fields.map((field) => `('${field}', toString(before.${field}), toString(now.${field}))`);
  const found = await rows<Move>(
    `SELECT move.1 AS field, move.2 AS before, move.3 AS after, count() AS appeals
FROM (SELECT arrayJoin([${moves.join(', ')}]) AS move
      FROM (SELECT * FROM appeal WHERE ${published}) AS now JOIN before ON before.id = now.id)
WHERE before != after GROUP BY ALL`,
  );
  expect(inOrder(found)).toEqual(inOrder(truth.corrections?.moves ?? []));
  const [all] = await rows<{ appeals: number; ids: number }>(
    `SELECT count() AS appeals, uniqExact(id) AS ids FROM appeal WHERE ${published}`,
  );
  expect(all).toEqual({ appeals: wanted.appeals, ids: wanted.appeals });
}, 600_000);

test('of the planted defects, as many rows are kept, flawed and set aside as the truth says', async () => {
  const planned = truth.defects;
  if (!planned) throw new Error('no defects were planted');
  const { defects, unloadable, ...sums } = planned;
  const report = await load('defects/beijing-*');
  expect(report.failed.map(({ file }) => file.split('/').at(-1))).toEqual(unloadable);
  const twice = (defects.find(({ defect }) => defect === 'duplicate_id')?.rows ?? 0) / 2;
  expect(report).toMatchObject({
    read: sums.rows,
    kept: sums.kept,
    rejected: sums.rejected,
    repeated: twice,
    corrected: 0,
  });
  expect(new Set(defects.map(({ rows }) => rows > 0)).size).toBe(1);
  for (const { flaw, rows: planted } of defects.filter(({ flaw }) => flaw)) {
    const [found] = await rows<{ appeals: number }>(
      `SELECT count() AS appeals FROM appeal WHERE ${published} AND has(flaws, {flaw:String})`,
      { flaw },
    );
    expect([flaw, found?.appeals]).toEqual([flaw, planted]);
  }
  const reasons = new Set(defects.flatMap(({ reason }) => reason ?? []));
  for (const reason of reasons) {
    const planted = defects
      .filter((each) => each.reason === reason)
      .reduce((sum, each) => sum + each.rows, 0);
    const [found] = await rows<{ rejected: number }>(
      'SELECT count() AS rejected FROM rejected_row WHERE startsWith(reason, {reason:String})',
      { reason },
    );
    expect([reason, found?.rejected]).toEqual([reason, planted]);
  }
}, 600_000);
