import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { City, Source } from '@hotline-atlas/city';
import { type Configuration, connect, type Database, migrate, sqlFolder } from '@hotline-atlas/clickhouse';
import { type SourceFieldName, timeFields } from '@hotline-atlas/model';
import { loadFile } from '../load/load-file.ts';
import type { InputFile } from '../read/input-file.ts';
import { now } from '../tables/ledger.ts';

/** What a file becomes when it is loaded. */
export interface TrialLoad {
  read: number;
  kept: number;
  /** The first of them, by field. */
  rows: Record<string, string>[];
  flaws: { flaw: string; rows: number }[];
  /** Why rows are set aside, with the first row of each reason. */
  rejected: { reason: string; rows: number; line: number }[];
}

const rowsShown = 10;

/** What is shown of a kept row, as text. */
const shown: Partial<Record<SourceFieldName | 'place', string>> = {
  place:
    "if(location_quality IN ('none', 'area'), location_quality, concat(toString(round(latitude, 5)), ' ', toString(round(longitude, 5)), if(location_quality = 'point', '', concat(' ', location_quality))))",
  returned: "if(returned < 0, '', toString(returned))",
  caller: "if(caller = 0, '', lower(hex(caller)))",
};
const times: readonly SourceFieldName[] = timeFields;

function columnsShown(source: Source): [name: string, expression: string][] {
  const fields = Object.keys(source.fields) as SourceFieldName[];
  const places: readonly string[] = ['latitude', 'longitude', 'point'];
  const words = fields.filter((field) => !places.includes(field) && field !== 'id');
  const topics: SourceFieldName[] = source.topic_codes ? ['topic1', 'topic2', 'topic3'] : [];
  const names = [
    ...new Set(['id', ...words, ...topics, ...(words.length < fields.length - 1 ? ['place'] : [])]),
  ];
  return names.map((name) => {
    const field = name as SourceFieldName;
    if (times.includes(field))
      return [name, `if(${name} = 0, '', formatDateTime(${name}, '%F %T', {zone:String}))`];
    return [name, shown[field] ?? `toString(${name})`];
  });
}

async function readBack(database: Database, city: City, source: Source, read: number): Promise<TrialLoad> {
  const columns = columnsShown(source);
  const selected = columns.map(([name, expression]) => `${expression} AS shown_${name}`);
  const { rows } = await database.rows<Record<string, string>>({
    sql: `SELECT toString(line) AS shown_line, ${selected.join(', ')}, arrayStringConcat(flaws, '; ') AS shown_flaws FROM appeal ORDER BY line LIMIT ${rowsShown}`,
    parameters: { zone: city.time_zone },
  });
  const { rows: flaws } = await database.rows<{ flaw: string; rows: number }>({
    sql: 'SELECT flaw, count() AS rows FROM appeal ARRAY JOIN flaws AS flaw GROUP BY flaw ORDER BY rows DESC, flaw',
  });
  const { rows: rejected } = await database.rows<TrialLoad['rejected'][number]>({
    sql: `SELECT argMin(reason, place) AS reason, count() AS rows, min(place) AS line
FROM (SELECT reason, line AS place, replaceRegexpOne(reason, '“.*”', '') AS kind FROM rejected_row)
GROUP BY kind ORDER BY rows DESC LIMIT 10`,
  });
  const { rows: lost } = await database.rows<{ rows: number }>({
    sql: 'SELECT count() AS rows FROM rejected_row',
  });
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace('shown_', ''), value])),
  );
  return { read, kept: read - (lost[0]?.rows ?? 0), rows: named, flaws, rejected };
}

/** Loads a file into a database made for it, by the very statement of a load, and takes both away again. */
export async function trialLoad(
  configuration: Configuration,
  city: City,
  source: Source,
  file: InputFile,
): Promise<TrialLoad> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotline-atlas-check-'));
  try {
    const connection = await connect({ ...configuration, dataDir, server: null });
    try {
      const database = await connection.database('trial');
      await migrate(database, sqlFolder);
      const stamp = { load: 1, started: now().slice(0, 19), callerKey: ['0', '0'] as const };
      const { read } = await loadFile(database, city, source, file, stamp, () => undefined);
      return await readBack(database, city, source, read);
    } finally {
      await connection.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
