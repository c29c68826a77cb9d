import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { City } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';
import { addUp } from '../add-up.ts';
import type { Month } from '../plan/calendar.ts';

/** Sums of the appeals of one month and first-level topic, as they stand in the files. */
export interface MadeSums {
  month: Month;
  topic: string;
  appeals: number;
  dispatched: number;
  consultations: number;
  phone: number;
  enterprises: number;
  contactAsked: number;
  contacted: number;
  resolutionAsked: number;
  resolved: number;
  satisfactionAsked: number;
  satisfied: number;
  due: number;
  onTime: number;
  excluded: number;
  notLocated: number;
  open: number;
  overdue: number;
  reopened: number;
}

/** What the files hold, counted in the files themselves. */
export interface Made {
  sums: MadeSums[];
  /** Orders by year, then district. */
  districtOrders: { year: number; district: string; orders: number }[];
  callers: { year: number; callers: number }[];
  /** Callers who called in every one of the first three years. */
  lastingCallers: number;
  hours: { hour: number; appeals: number }[];
  weekdays: { weekday: number; appeals: number }[];
}

const counted = `
  count() AS appeals, countIf(handling = 'dispatched') AS dispatched, countIf(kind = 'consultation') AS consultations,
  countIf(channel = 'phone') AS phone, countIf(appellant = 'enterprise') AS enterprises,
  countIf(counts AND contacted != '') AS contactAsked, countIf(counts AND contacted = 'yes') AS contacted,
  countIf(counts AND resolved != '') AS resolutionAsked, countIf(counts AND resolved = 'yes') AS resolved,
  countIf(counts AND satisfied != '') AS satisfactionAsked, countIf(counts AND satisfied = 'yes') AS satisfied,
  countIf(due IS NOT NULL AND closed IS NOT NULL) AS due, countIf(closed <= due) AS onTime,
  countIf(excluded_reason != '') AS excluded, countIf(latitude IS NULL) AS notLocated,
  countIf(isOpen) AS open, countIf(isOpen AND due < toDateTime({at:UInt32})) AS overdue, countIf(status = 'reopened') AS reopened`;

const tables = {
  rows: `CREATE TABLE {table:Identifier} (received DateTime('UTC'), due Nullable(DateTime('UTC')), closed Nullable(DateTime('UTC')),
    kind LowCardinality(String), appellant LowCardinality(String), channel LowCardinality(String),
    topic3 LowCardinality(String), district LowCardinality(String), handling LowCardinality(String),
    contacted LowCardinality(String), resolved LowCardinality(String), satisfied LowCardinality(String),
    excluded_reason LowCardinality(String), status LowCardinality(String), latitude Nullable(Float64), caller String,
    local DateTime MATERIALIZED toDateTime(received),
    isOpen Bool MATERIALIZED handling = 'dispatched' AND closed IS NULL,
    counts Bool MATERIALIZED handling = 'dispatched' AND excluded_reason = '') ENGINE = Memory`,
  callers: `CREATE TABLE {callers:Identifier} (caller UInt64, year UInt16) ENGINE = ReplacingMergeTree ORDER BY (caller, year)`,
};

const questions = {
  sums: `SELECT formatDateTime(local, '%Y-%m') AS month, splitByChar('.', topic3)[1] AS topic, ${counted}
    FROM {table:Identifier} GROUP BY month, topic`,
  districtOrders: `SELECT toYear(local) AS year, district, count() AS orders FROM {table:Identifier}
    WHERE handling = 'dispatched' GROUP BY year, district`,
  hours: 'SELECT toHour(local) AS hour, count() AS appeals FROM {table:Identifier} GROUP BY hour',
  weekdays:
    'SELECT toDayOfWeek(local) AS weekday, count() AS appeals FROM {table:Identifier} GROUP BY weekday',
  callers: 'SELECT year, uniqExact(caller) AS callers FROM {table:Identifier} GROUP BY year ORDER BY year',
  lasting: `SELECT count() AS callers FROM (SELECT caller FROM {table:Identifier} WHERE year IN (2019, 2020, 2021)
    GROUP BY caller HAVING uniqExact(year) = 3)`,
};

type ByFile = Pick<Made, 'sums' | 'districtOrders' | 'hours' | 'weekdays'>;

/** Runs statements on tables that exist only as long as the report takes. */
function scratch(database: Database, city: City, at: number) {
  const name = randomBytes(6).toString('hex');
  const parameters = { table: `synthetic_rows_${name}`, callers: `synthetic_callers_${name}`, at };
  const settings = { session_timezone: city.time_zone, prefer_column_name_to_alias: 1 } as const;
  const command = (sql: string) => database.command({ sql, parameters, settings });
  return {
    command,
    load: (file: string) =>
      database.insert(
        { sql: 'INSERT INTO {table:Identifier} FORMAT Parquet', parameters, settings },
        createReadStream(file),
      ),
    ask: async <Row>(sql: string) => (await database.rows<Row>({ sql, parameters, settings })).rows,
    askCallers: async <Row>(sql: string) =>
      (await database.rows<Row>({ sql, parameters: { table: parameters.callers }, settings })).rows,
    clear: () =>
      Promise.all([
        command('DROP TABLE IF EXISTS {table:Identifier}'),
        command('DROP TABLE IF EXISTS {callers:Identifier}'),
      ]),
  };
}

async function countFile({ command, load, ask }: ReturnType<typeof scratch>, file: string): Promise<ByFile> {
  await command(tables.rows);
  await load(file);
  await command(
    'INSERT INTO {callers:Identifier} SELECT DISTINCT cityHash64(caller), toYear(local) FROM {table:Identifier}',
  );
  const counts = {
    sums: await ask<MadeSums>(questions.sums),
    districtOrders: await ask<Made['districtOrders'][number]>(questions.districtOrders),
    hours: await ask<Made['hours'][number]>(questions.hours),
    weekdays: await ask<Made['weekdays'][number]>(questions.weekdays),
  };
  await command('DROP TABLE {table:Identifier}');
  return counts;
}

/**
 * Counts the appeals of synthetic files, one file after the other; memory stays that of the largest.
 * @param at when the history ends, in seconds since 1970 UTC: what is due before and open is overdue
 */
export async function readMade(
  database: Database,
  city: City,
  files: readonly string[],
  at: number,
): Promise<Made> {
  const tablesOfReport = scratch(database, city, at);
  try {
    await tablesOfReport.command(tables.callers);
    const counts: ByFile[] = [];
    for (const file of files) counts.push(await countFile(tablesOfReport, file));
    const [lasting] = await tablesOfReport.askCallers<{ callers: number }>(questions.lasting);
    return {
      sums: addUp(
        counts.flatMap(({ sums }) => sums),
        ['month', 'topic'],
      ),
      districtOrders: addUp(
        counts.flatMap(({ districtOrders }) => districtOrders),
        ['year', 'district'],
      ),
      hours: addUp(
        counts.flatMap(({ hours }) => hours),
        ['hour'],
      ),
      weekdays: addUp(
        counts.flatMap(({ weekdays }) => weekdays),
        ['weekday'],
      ),
      callers: await tablesOfReport.askCallers(questions.callers),
      lastingCallers: lasting?.callers ?? 0,
    };
  } finally {
    await tablesOfReport.clear();
  }
}
