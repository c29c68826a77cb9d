import { Readable } from 'node:stream';
import type { City } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';

interface ReferenceRow {
  code: string;
  [column: string]: string | number;
}

const areaRows = ({ areas }: City): ReferenceRow[] =>
  areas.flatMap(({ level, schematic, features }) =>
    features.features.map(
      ({ properties: { code, parent = '', en, zh = '', local = '', residents = 0 } }) => ({
        level,
        code,
        parent,
        en,
        zh,
        local,
        residents,
        schematic: schematic ? 1 : 0,
      }),
    ),
  );

const topicRows = ({ topics }: City): ReferenceRow[] =>
  topics.map(({ code, level, parent, label: { en, zh = '', local = '' } }) => ({
    code,
    level,
    parent,
    en,
    zh,
    local,
  }));

async function holds(database: Database, table: string, rows: ReferenceRow[]): Promise<boolean> {
  const { rows: held } = await database.rows<ReferenceRow>({
    sql: 'SELECT * FROM {table:Identifier} ORDER BY ALL',
    parameters: { table },
  });
  const text = (row: ReferenceRow) => JSON.stringify(Object.entries(row).sort());
  return held.map(text).sort().join() === rows.map(text).sort().join();
}

/** Replaces a reference table whole, in one step; its definition stays that of the migration. */
async function replace(database: Database, table: 'area' | 'topic', rows: ReferenceRow[]): Promise<void> {
  if (await holds(database, table, rows)) return;
  const next = `${table}_next_${process.pid}`;
  await database.command({
    sql: `CREATE OR REPLACE TABLE {next:Identifier} AS ${table}`,
    parameters: { next },
  });
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  if (rows.length > 0)
    await database.insert(
      { sql: 'INSERT INTO {next:Identifier} FORMAT JSONEachRow', parameters: { next } },
      Readable.from([lines]),
    );
  await database.command({
    sql: 'EXCHANGE TABLES {next:Identifier} AND {table:Identifier}',
    parameters: { next, table },
  });
  await database.command({ sql: 'DROP TABLE {next:Identifier} SYNC', parameters: { next } });
}

/** Makes the tables `area` and `topic` say what the city pack says. */
export async function publishReference(database: Database, city: City): Promise<void> {
  await replace(database, 'area', areaRows(city));
  await replace(database, 'topic', topicRows(city));
}
