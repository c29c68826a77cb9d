import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../sql/history', import.meta.url));
const migrations = readdirSync(folder)
  .filter((name) => /^\d+_.*\.sql$/.test(name))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** The columns a rollup drops from `rollup_columns`. */
const droppedBy = (rollup: string): Set<string> =>
  new Set(
    [...migrations.matchAll(new RegExp(`ALTER TABLE ${rollup}\\s([^;]*);`, 'g'))].flatMap(([, change = '']) =>
      [...change.matchAll(/DROP COLUMN IF EXISTS (\w+)/g)].map(([, column = '']) => column),
    ),
  );

/** Where the statement that fills a rollup reads from. */
function sourcesOf(rollup: string): string {
  const statement = readFileSync(join(folder, 'rollups', `${rollup}.sql`), 'utf8');
  const sources = new Set([...statement.matchAll(/^\s*FROM (\w+)/gm)].map(([, from = '']) => `\`${from}\``));
  return [...sources].join(', ');
}

/** How a rollup holds times to close. */
function closingTimes(dropped: ReadonlySet<string>): string {
  if (!dropped.has('close_histogram')) return 'histogram';
  return dropped.has('close_classes') ? '–' : 'classes';
}

/**
 * The lines of the table of rollups, as the migrations make them: those that are copies of `rollup_columns`.
 */
const rows = [
  ...migrations.matchAll(/CREATE TABLE IF NOT EXISTS (rollup_(?:day|month)_\w+) AS rollup_columns([^;]*);/g),
].map(([, rollup = '', definition = '']) => {
  const dropped = droppedBy(rollup);
  const keys = (/ORDER BY \(generation, ([^)]*)\)/.exec(definition)?.[1] ?? '').trim();
  return `| \`${rollup}\` | ${keys} | ${closingTimes(dropped)} | ${dropped.has('callers') ? '–' : 'yes'} | ${sourcesOf(rollup)} |`;
});

test('the README of the database lists every rollup with what it holds', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(rows.length).toBeGreaterThan(20);
  expect(readme.split('\n').filter((line) => /^\| `rollup_(day|month)_/.test(line))).toEqual(rows);
});
