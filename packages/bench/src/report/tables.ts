import { type ListName, listNames, type Result, type SidesSummary } from '../result.ts';
import { rounded, type Summary } from '../summary.ts';
import type { PageName } from './page-names.ts';
import type { Target } from './targets.ts';

/** A table of the report, drawn in the terminal or as Markdown. */
export interface ReportTable {
  title: string;
  /** The page of `docs/performance` it stands on. */
  page: PageName;
  header: string[];
  rows: string[][];
}

const text = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toLocaleString('en');
const times = (value: number | null): string => (value === null ? '–' : `${text(value)} ×`);
const line = (name: string, summary: Summary | null): string[] =>
  summary
    ? [
        name,
        text(summary.questions),
        text(summary.p50),
        text(summary.p95),
        text(summary.p99),
        text(summary.most),
      ]
    : [name, '–', '–', '–', '–', '–'];

const marks = new Map([
  [true, 'holds'],
  [false, 'does not hold'],
  [null, '–'],
]);

/** The aims of a run, for the terminal. */
export const targetTable = (all: readonly Target[]): Pick<ReportTable, 'title' | 'header' | 'rows'> => ({
  title: 'Aims',
  header: ['aim', 'measured', ''],
  rows: all.map(({ aim, measured, holds }) => [aim, measured, marks.get(holds) ?? '–']),
});

const names: Record<ListName, string> = {
  screens: 'screens',
  screens_all_history: 'screens, all history',
  hard_part: 'hard ones, 13 months or less',
  hard_all_history: 'hard ones, all history',
  search: 'search',
  clicks: 'after several clicks',
};

const asking = ({ asking: { lists, cold } }: Result): ReportTable => ({
  title: 'Asking, milliseconds',
  page: 'asking',
  header: ['ours', 'questions', 'p50', 'p95', 'p99', 'most'],
  rows: [
    ...listNames.map((name) => line(`${names[name]}: server`, lists[name]?.server ?? null)),
    line('screens: over HTTP', lists.screens.wall),
    ...(cold ? [line('screens: server, engine caches dropped', cold.server)] : []),
    ...listNames.map((name) => line(`${names[name]}: rows read`, lists[name]?.rows_read ?? null)),
  ],
});

function sideRows(name: string, sides: SidesSummary): string[][] {
  const row = (
    side: string,
    summary: Summary | null,
    p95Ratio: number | null,
    medianRatio: number | null,
  ) => [`${name}: ${side}`, ...line('', summary).slice(1, 4), times(p95Ratio), times(medianRatio)];
  return [
    row(`ours (${sides.questions} of ${sides.of} questions)`, sides.ours, null, null),
    row('bare table', sides.bare, sides.bare_ratio, sides.bare_median_ratio),
    row('DuckDB', sides.duckdb, sides.duckdb_ratio, sides.duckdb_median_ratio),
  ];
}

const compared = ({ asking: { sides } }: Result): ReportTable[] =>
  sides
    ? [
        {
          title: 'The same questions on all sides in one run, answers identical, milliseconds',
          page: 'asking',
          header: ['side', 'questions', 'p50', 'p95', 'p95 ÷ ours', 'median of ratios'],
          rows: (['screens', 'screens_all_history', 'hard_part', 'hard_all_history'] as const).flatMap(
            (name) => sideRows(names[name], sides[name]),
          ),
        },
      ]
    : [];

const judging = ({ judging: all }: Result): ReportTable => ({
  title: 'Judging, milliseconds over HTTP',
  page: 'judging',
  header: ['judgement', 'first', 'again'],
  rows: all.map(({ name, first, again, failed }) =>
    failed === null ? [name, text(first), text(again)] : [name, `answered ${failed}`, '–'],
  ),
});

const pages = ({ browser }: Result): ReportTable[] =>
  browser?.pages
    ? [
        {
          title: 'Pages on a first visit, milliseconds',
          page: 'page',
          header: ['page', 'largest paint', 'all parts ready'],
          rows: browser.pages.map(({ name, largest_contentful_paint: paint, ready }) => [
            name,
            paint === null ? '–' : text(paint),
            ready === null ? '–' : text(ready),
          ]),
        },
      ]
    : [];

const users = ({ users: all }: Result): ReportTable[] =>
  all.length > 0
    ? [
        {
          title: 'Many at once, milliseconds over HTTP',
          page: 'many',
          header: ['users', 'answered', 'a second', 'p50', 'p95', 'p99', 'refused', 'failed'],
          rows: all.map((each) => [
            each.name,
            ...[each.answered, each.per_second, each.p50, each.p95, each.p99, each.refused, each.failed].map(
              text,
            ),
          ]),
        },
      ]
    : [];

const sources = ({ asking: { lists } }: Result): ReportTable => {
  const shown = ['screens', 'hard_part', 'hard_all_history', 'search'] as const;
  const tables = [...new Set(shown.flatMap((name) => Object.keys(lists[name].sources)))].sort();
  return {
    title: 'Tables that answered, by number of questions',
    page: 'asking',
    header: ['table', ...shown.map((name) => names[name])],
    rows: tables.map((table) => [table, ...shown.map((name) => text(lists[name].sources[table] ?? 0))]),
  };
};

const slowest = ({ asking: { lists } }: Result): ReportTable => ({
  title: 'Slowest questions',
  page: 'asking',
  header: ['question', 'server ms', 'rows read', 'table'],
  rows: (['screens', 'hard_part', 'hard_all_history', 'search'] as const).flatMap((list) =>
    lists[list].slowest
      .slice(0, list === 'screens' ? 12 : 6)
      .map(({ name, server, rows_read: rows, source }) => [name, text(server), text(rows), source]),
  ),
});

const storage = ({ storage: { columns, tables } }: Result): ReportTable[] => [
  {
    title: 'Bytes per appeal by column',
    page: 'loading',
    header: ['column', 'bytes'],
    rows: columns.slice(0, 20).map(({ name, bytes_per_appeal: bytes }) => [name, text(bytes)]),
  },
  {
    title: 'Tables on disk',
    page: 'loading',
    header: ['table', 'rows', 'MB'],
    rows: tables
      .filter(({ rows }) => rows > 0)
      .map(({ name, rows, bytes }) => [name, text(rows), text(rounded(bytes / 1e6))]),
  },
];

const loading = ({ loading: figures }: Result): ReportTable[] =>
  figures
    ? [
        {
          title: 'Loading',
          page: 'loading',
          header: ['', 'ours', 'bare'],
          rows: [
            [
              `seconds, ${text(figures.appeals)} appeals in ${figures.files} files`,
              text(figures.ours_seconds),
              text(figures.bare_seconds),
            ],
            ['appeals a second', text(figures.ours_per_second), text(figures.bare_per_second)],
            ['bytes per appeal', text(figures.bytes_per_appeal), text(figures.bare_bytes_per_appeal)],
            ['search index afterwards, seconds', text(figures.index_seconds), '–'],
          ],
        },
      ]
    : [];

const pace = ({ pace: all }: Result): ReportTable => {
  const fastest = Math.max(...all.map((each) => each.megabytes_per_second));
  return {
    title: 'Pace of the machine when each part began: one core, hashing',
    page: 'asking',
    header: ['part', 'MB a second', 'of the fastest'],
    rows: all.map(({ part, megabytes_per_second: speed }) => [
      part,
      text(speed),
      `${Math.round((100 * speed) / fastest)} %`,
    ]),
  };
};

/** Everything a run measured, as tables. */
export const tablesOf = (result: Result): ReportTable[] => [
  asking(result),
  ...compared(result),
  sources(result),
  slowest(result),
  judging(result),
  ...pages(result),
  ...users(result),
  ...loading(result),
  pace(result),
  ...storage(result),
];
