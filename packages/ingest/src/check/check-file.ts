import type { City, Source } from '@hotline-atlas/city';
import type { Configuration } from '@hotline-atlas/clickhouse';
import { withDecidedDates } from '../map/decide-file-dates.ts';
import type { InputFile } from '../read/input-file.ts';
import { openSample } from '../read/sample-records.ts';
import { describeFields, unusedColumns } from './describe-fields.ts';
import { type TrialLoad, trialLoad } from './trial-load.ts';
import { countWords } from './word-counts.ts';

const across = 5;
const cellWidth = 24;

const cell = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return (line.length > cellWidth ? `${line.slice(0, cellWidth - 1)}…` : line).padEnd(cellWidth);
};

/** Rows as a table whose lines are fields, a few rows beside each other. */
function rowTables(rows: readonly Record<string, string>[]): string[] {
  const names = Object.keys(rows[0] ?? {});
  const width = Math.max(0, ...names.map((name) => name.length));
  const tables: string[] = [];
  for (let start = 0; start < rows.length; start += across) {
    const some = rows.slice(start, start + across);
    if (start > 0) tables.push('');
    for (const name of names)
      tables.push(
        `  ${name.padEnd(width)}  ${some.map((row) => cell(row[name] ?? '')).join('  ')}`.trimEnd(),
      );
  }
  return tables;
}

function outcome({ read, kept, flaws, rejected }: TrialLoad): string[] {
  return [
    `${read} rows read, ${kept} would be kept, ${read - kept} set aside`,
    ...rejected.map(
      ({ reason, rows, line }) => `  set aside: ${rows} rows, the first in line ${line}: ${reason}`,
    ),
    ...flaws.map(({ flaw, rows }) => `  kept, but ${flaw}: ${rows} rows`),
  ];
}

/** What the check of a file finds. */
export interface FileCheck {
  lines: string[];
  /** Whether any row would be kept. */
  loads: boolean;
}

/**
 * Says what each column of a file becomes, and how its first rows would load.
 * @throws LoadError when the file cannot be loaded by the source as it is
 */
export async function checkFile(
  configuration: Configuration,
  city: City,
  source: Source,
  file: InputFile,
): Promise<FileCheck> {
  const decided = await withDecidedDates(source, file);
  const sample = await openSample(decided, file);
  const { columns } = sample;
  const words = await countWords(city, decided, sample).finally(sample.close);
  const trial = await trialLoad(configuration, city, decided, file);
  const unused = unusedColumns(decided, columns);
  const lines = [
    `${file.name} as ${city.code}, source ${source.name}`,
    '',
    ...describeFields(decided, columns, words),
    '',
    `  columns not used: ${unused.join(', ') || 'none'}`,
    '',
    ...outcome(trial),
    ...(trial.rows.length > 0 ? ['', 'The first rows as they would load:', ...rowTables(trial.rows)] : []),
  ];
  return { lines, loads: trial.kept > 0 || trial.read === 0 };
}
