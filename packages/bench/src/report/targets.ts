import type { OurSummary, Result } from '../result.ts';
import { rounded } from '../summary.ts';
import type { PageName } from './page-names.ts';

/** One aim, and what a run measured of it. */
export interface Target {
  /** Under this name `remarks.ts` says why it holds or not. */
  id: string;
  /** The page of `docs/performance` it stands on. */
  page: PageName;
  aim: string;
  measured: string;
  /** The number that decides, in the unit of the aim; null where it was not measured. */
  value: number | null;
  holds: boolean | null;
}

type Measured = readonly [value: number, measured: string, holds: boolean] | null;

/** Makes the targets of a page. */
export const targetOn =
  (page: PageName) =>
  (id: string, aim: string, measured: Measured): Target => ({
    id,
    page,
    aim,
    value: measured?.[0] ?? null,
    measured: measured?.[1] ?? 'not measured in this run',
    holds: measured?.[2] ?? null,
  });

const million = (value: number): string => `${rounded(value / 1e6, 2)} M`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** A number with its unit, held against a bound it must not exceed. */
export const atMost = (value: number, unit: string, bound: number): Measured => [
  value,
  `${value} ${unit}`,
  value <= bound,
];

function loading({ loading: figures, storage }: Result): Target[] {
  const target = targetOn('loading');
  const share = rounded(100 * storage.rollup_share);
  return [
    target(
      'loading',
      'rows and rollups within 1.25 × a bare INSERT … SELECT of the same files',
      figures && [
        figures.ratio,
        `${figures.ratio} × (${figures.ours_per_second.toLocaleString('en')} against ${figures.bare_per_second.toLocaleString('en')} appeals/s)`,
        figures.ratio <= 1.25,
      ],
    ),
    target(
      'ingest-memory',
      'memory of the ingest process < 300 MB',
      figures && [
        Math.round(figures.ingest_peak_bytes / 1e6),
        megabytes(figures.ingest_peak_bytes),
        figures.ingest_peak_bytes < 300e6,
      ],
    ),
    target('rollup-share', 'rollups ≤ 8 % of the bytes of the rows', [
      share,
      `${share} %`,
      storage.rollup_share <= 0.08,
    ]),
  ];
}

function asking({ asking: { lists, sides } }: Result): Target[] {
  const target = targetOn('asking');
  const { server, rows_read: rows } = lists.screens_all_history;
  const ratio = (value: number | null | undefined): Measured =>
    value === null || value === undefined ? null : [value, `${value} ×`, value >= 20];
  const within = (id: string, aim: string, list: OurSummary, most: number): Target =>
    target(
      id,
      aim,
      list.asked === 0
        ? null
        : [
            list.server.most,
            `slowest of ${list.asked}: ${list.server.most} ms, ${list.failed.length} refused`,
            list.server.most < most && list.failed.length === 0,
          ],
    );
  return [
    target('p50', 'screens, all history: server p50 ≤ 10 ms', atMost(server.p50, 'ms', 10)),
    target('p95', 'screens, all history: server p95 ≤ 50 ms', atMost(server.p95, 'ms', 50)),
    target('p99', 'screens, all history: server p99 ≤ 120 ms', atMost(server.p99, 'ms', 120)),
    target('rows-read', 'screens, all history: p95 of rows read ≤ 5 M', [
      rounded(rows.p95 / 1e6, 2),
      million(rows.p95),
      rows.p95 <= 5e6,
    ]),
    target('bare', 'bare p95 ÷ ours ≥ 20, answers identical', ratio(sides?.screens_all_history.bare_ratio)),
    target(
      'duckdb',
      'DuckDB p95 ÷ ours ≥ 20, answers identical',
      ratio(sides?.screens_all_history.duckdb_ratio),
    ),
    within('hard-13-months', 'any other filter, 13 months: < 0.5 s', lists.hard_part, 500),
    within('hard-all-history', 'any other filter, all years: < 3 s', lists.hard_all_history, 3000),
    within('search', 'search: first page and count < 1 s', lists.search, 1000),
  ];
}

function growth(smaller: Result | null, larger: Result): Target {
  const target = targetOn('asking');
  if (!smaller) return target('flat', 'p95 at ten times the size ≤ 2 ×', null);
  const p95 = ({ asking: { lists } }: Result) => lists.screens_all_history.server.p95;
  const factor = rounded(p95(larger) / Math.max(p95(smaller), 0.1), 2);
  return target('flat', `p95 at ${million(larger.appeals)} ≤ 2 × p95 at ${million(smaller.appeals)}`, [
    factor,
    `${factor} ×`,
    factor <= 2,
  ]);
}

function judging({ judging: all }: Result): Target[] {
  const within = (id: string, aim: string, part: string, most: number): Target => {
    const found = all.find(({ address }) => address.startsWith(part));
    return targetOn('judging')(
      id,
      aim,
      found && found.failed === null ? [found.first, `${found.first} ms`, found.first < most] : null,
    );
  };
  return [
    within('hotspots', 'hot spots of one topic, resolution 8, 24 months < 1 s', 'hotspots', 1000),
    within('alarms', 'all alarms of a day < 10 s', 'alarms', 10_000),
  ];
}

function many({ users: all }: Result): Target[] {
  const target = targetOn('many');
  const thinking = all.find(({ users: count }) => count === 20);
  const rush = all.find(({ users: count }) => count === 0);
  const others = all.filter(({ users: count }) => count > 0).map(({ per_second: each }) => each);
  const best = Math.max(0, ...others);
  const share = rush ? Math.round((100 * rush.per_second) / Math.max(best, 0.1)) : 0;
  return [
    target(
      'twenty-users',
      '20 users with 2 s to think: p95 ≤ 200 ms',
      thinking ? atMost(thinking.p95, 'ms', 200) : null,
    ),
    target(
      'rush',
      'five times the load: ≥ 90 % of the best throughput',
      rush
        ? [
            share,
            `${share} % (${rush.per_second}/s of ${best}/s; ${rush.refused} told to come again, ${rush.failed} failed)`,
            rush.per_second >= 0.9 * best,
          ]
        : null,
    ),
  ];
}

function page({ browser }: Result): Target[] {
  const target = targetOn('page');
  const paint = browser?.largest_contentful_paint;
  const next = browser?.interaction_to_next_paint_p98;
  return [
    target('lcp', 'LCP ≤ 1.2 s', paint ? atMost(paint, 'ms', 1200) : null),
    ...(browser?.pages ?? [])
      .filter(({ name }) => name === 'City' || name === 'District')
      .flatMap(({ name, largest_contentful_paint: painted, ready }) => [
        target(`paint-${name}`, `${name}: LCP ≤ 1.2 s`, painted ? atMost(painted, 'ms', 1200) : null),
        target(`ready-${name}`, `${name}: all parts ≤ 2 s`, ready ? atMost(ready, 'ms', 2000) : null),
      ]),
    target(
      'click-median',
      'a click redraws every panel in ≤ 150 ms in the median',
      browser && atMost(browser.click_median, 'ms', 150),
    ),
    target(
      'click',
      'a click redraws every panel in < 300 ms at p95',
      browser && [
        browser.click_p95,
        `median ${browser.click_median} ms, p95 ${browser.click_p95} ms of ${browser.clicks} clicks`,
        browser.click_p95 < 300,
      ],
    ),
    target('inp', 'INP p98 ≤ 200 ms', typeof next === 'number' ? atMost(next, 'ms', 200) : null),
    target(
      'javascript',
      'initial JavaScript ≤ 170 kB gzip',
      browser && atMost(browser.initial_javascript_kilobytes, 'kB', 170),
    ),
  ];
}

function leaving({ exporting }: Result): Target[] {
  const target = targetOn('leaving');
  return exporting.flatMap((each) => [
    target(`export-${each.format}`, `${each.format}: ≥ 0.8 of the engine's own speed`, [
      each.speed,
      `${each.speed} (${million(each.rows)} rows in ${each.ours_seconds} s)`,
      each.speed >= 0.8,
    ]),
    target(
      `first-byte-${each.format}`,
      `${each.format}: first byte ≤ 200 ms`,
      atMost(each.first_byte_milliseconds, 'ms', 200),
    ),
    target(
      `export-memory-${each.format}`,
      `${each.format}: memory flat (< 100 MB more), complete`,
      each.api_memory_bytes === null
        ? null
        : [
            Math.round(each.api_memory_bytes / 1e6),
            `${megabytes(each.api_memory_bytes)} more${each.complete === false ? ', INCOMPLETE' : ''}`,
            each.api_memory_bytes < 100e6 && each.complete !== false,
          ],
    ),
  ]);
}

/** Every aim that a run measures. @param smaller a run at about a tenth of the size, if there is one */
export const targetsOf = (result: Result, smaller: Result | null): Target[] => [
  ...loading(result),
  ...asking(result),
  growth(smaller, result),
  ...judging(result),
  ...many(result),
  ...page(result),
  ...leaving(result),
];
