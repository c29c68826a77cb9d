import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from '../result.ts';
import { rounded } from '../summary.ts';
import { markdownGrid } from './grid.ts';
import { growthOf } from './growth.ts';
import { type ReportTable, tablesOf } from './tables.ts';
import { type Target, targetsOf } from './targets.ts';

const remarksFile = fileURLToPath(new URL('../../remarks.md', import.meta.url));

/** What people wrote about the lines of section 8: under the heading of a line's name. */
export function remarksIn(markdown: string): Map<string, string> {
  const parts = markdown.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [id = '', ...lines] = part.split('\n');
      return [id.trim(), lines.join(' ').trim()] as const;
    }),
  );
}

const section = ({ title, header, rows }: ReportTable): string =>
  `## ${title}\n\n${markdownGrid(header, rows)}\n`;

function head({
  made,
  commit,
  machine,
  city,
  synthetic,
  appeals,
  first_day: first,
  last_day: last,
  seconds,
  left_out: left,
  asking,
}: Result): string {
  const gigabytes = rounded(machine.memory_bytes / 2 ** 30);
  const fill = asking.fill_seconds;
  return `# Performance

Written by \`pnpm bench --report\`; do not edit. The last full run: **${appeals.toLocaleString('en')} appeals** of ${city}${synthetic ? ' (synthetic)' : ''}, ${first} to ${last}, on ${made.slice(0, 10)}, commit ${commit || 'unknown'}.

Machine: ${machine.cores} cores (${machine.processor || 'unknown processor'}), ${gigabytes} GB, ${machine.platform}, Node ${machine.node}, ${machine.engine}, ${machine.duckdb}${asking.duckdb_memory ? ` with 2 threads and ${asking.duckdb_memory}` : ''}. The run took ${Math.round(seconds / 60)} minutes${left.length > 0 ? `; left out: ${left.join(', ')}` : ''}.

How it is measured: ours over HTTP from another process, with \`Cache-Control: no-store\`, so that no answer comes out of a store; *server* is what the answer says
passed between API and engine. The bare table holds the same rows in one MergeTree ordered by time of receipt, DuckDB the same rows with ENUMs and timestamps in
a file of its own. All sides are asked in turn; a difference in any count ends the run. Quantiles of the other sides are sketches, compared by class. Slow questions are asked fewer times.
The other sides get a sample of the questions in a fixed order: in turn one of every panel, by the hash of its name, until the time is over.
Cold means without the caches of the engine; the operating system's stay. Absolute times are those of one shared machine: the ratios count.${fill.bare === null ? '' : ` Filling the bare table took ${Math.round(fill.bare)} s`}${fill.duckdb === null ? '' : `${fill.bare === null ? ' Filling' : ', filling'} DuckDB ${Math.round(fill.duckdb)} s`}${fill.bare === null && fill.duckdb === null ? '' : '.'}
`;
}

function lines(targets: readonly Target[], remarks: ReadonlyMap<string, string>): string {
  const words = new Map([
    [true, '**holds**'],
    [false, '**does not hold**'],
    [null, '–'],
  ]);
  const rows = targets.map(({ id, aim, measured, holds }) => [
    aim,
    measured,
    words.get(holds) ?? '–',
    remarks.get(id) ?? '',
  ]);
  return `## Section 8 of the design, line by line\n\n${markdownGrid(['aim', 'measured', '', 'why, and what would make it hold'], rows)}\n`;
}

/** The page of the last full run: the largest of some results, the others for the growth. */
export function pageOf(
  results: readonly Result[],
  remarks = remarksIn(readFileSync(remarksFile, 'utf8')),
): string {
  const sorted = [...results].sort((a, b) => b.appeals - a.appeals);
  const [largest, smaller = null] = sorted;
  if (!largest) return '';
  const tables = tablesOf(largest, smaller).filter(({ title }) => title !== 'Design, section 8');
  const growth = results.length > 1 ? [growthOf(results)] : [];
  const unlisted =
    largest.asking.unlisted.length > 0
      ? [`Asked by the dashboard and not in the list of questions: ${largest.asking.unlisted.join('; ')}\n`]
      : [];
  return [
    head(largest),
    lines(targetsOf(largest, smaller), remarks),
    ...[...growth, ...tables].map(section),
    ...unlisted,
  ].join('\n');
}
