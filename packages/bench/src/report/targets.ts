import type { OurSummary, Result } from '../result.ts';
import { rounded } from '../summary.ts';

/** One line of the design's section on speed. */
export interface Target {
  /** Under this name `remarks.md` says why it holds or not. */
  id: string;
  aim: string;
  measured: string;
  holds: boolean | null;
}

type Measured = readonly [measured: string, holds: boolean] | null;

const target = (id: string, aim: string, measured: Measured): Target => ({
  id,
  aim,
  measured: measured?.[0] ?? 'not measured in this run',
  holds: measured?.[1] ?? null,
});

const million = (value: number): string => `${rounded(value / 1e6, 2)} M`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function loading({ loading: figures }: Result): Target[] {
  return [
    target(
      'loading',
      'rows and rollups within 1.25 × a bare INSERT … SELECT of the same files',
      figures && [
        `${figures.ratio} × (${figures.ours_per_second.toLocaleString('en')} against ${figures.bare_per_second.toLocaleString('en')} appeals/s)`,
        figures.ratio <= 1.25,
      ],
    ),
    target(
      'ingest-memory',
      'memory of the ingest process < 300 MB',
      figures && [megabytes(figures.ingest_peak_bytes), figures.ingest_peak_bytes < 300e6],
    ),
  ];
}

function asking({ asking: { lists, sides } }: Result): Target[] {
  const { server, rows_read: rows } = lists.screens_all_history;
  const ratio = (value: number | null | undefined): Measured =>
    value === null || value === undefined ? null : [`${value} ×`, value >= 20];
  const within = (id: string, aim: string, list: OurSummary, most: number): Target =>
    target(id, aim, [
      `slowest of ${list.asked}: ${list.server.most} ms, ${list.failed.length} refused`,
      list.server.most < most && list.failed.length === 0,
    ]);
  return [
    target('p50', 'every question of the screens, all history: server p50 ≤ 10 ms', [
      `${server.p50} ms`,
      server.p50 <= 10,
    ]),
    target('p95', 'the same: p95 ≤ 50 ms', [`${server.p95} ms`, server.p95 <= 50]),
    target('p99', 'the same: p99 ≤ 120 ms', [`${server.p99} ms`, server.p99 <= 120]),
    target('rows-read', 'the same: p95 of rows read ≤ 5 M', [million(rows.p95), rows.p95 <= 5e6]),
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
  if (!smaller) return target('flat', 'p95 at ten times the size ≤ 2 ×', null);
  const factor = rounded(
    larger.asking.lists.screens_all_history.server.p95 /
      Math.max(smaller.asking.lists.screens_all_history.server.p95, 0.1),
    2,
  );
  return target('flat', `p95 at ${million(larger.appeals)} ≤ 2 × p95 at ${million(smaller.appeals)}`, [
    `${factor} ×`,
    factor <= 2,
  ]);
}

function judging({ judging: all }: Result): Target[] {
  const within = (id: string, aim: string, part: string, most: number): Target => {
    const found = all.find(({ address }) => address.startsWith(part));
    return target(id, aim, found && found.failed === null ? [`${found.first} ms`, found.first < most] : null);
  };
  return [
    within('hotspots', 'hot spots of one topic, resolution 8, 24 months < 1 s', 'hotspots', 1000),
    within('alarms', 'all alarms of a day < 10 s', 'alarms', 10_000),
  ];
}

function users({ users: all }: Result): Target[] {
  const thinking = all.find(({ users: count }) => count === 20);
  const rush = all.find(({ users: count }) => count === 0);
  const best = Math.max(
    0,
    ...all.filter(({ users: count }) => count > 0).map(({ per_second: each }) => each),
  );
  return [
    target(
      'twenty-users',
      '20 users with 2 s to think: p95 ≤ 200 ms',
      thinking ? [`${thinking.p95} ms`, thinking.p95 <= 200] : null,
    ),
    target(
      'rush',
      'five times the load: ≥ 90 % of the best throughput',
      rush
        ? [
            `${Math.round((100 * rush.per_second) / Math.max(best, 0.1))} % (${rush.per_second}/s of ${best}/s; ${rush.refused} told to come again, ${rush.failed} failed)`,
            rush.per_second >= 0.9 * best,
          ]
        : null,
    ),
  ];
}

function page({ browser }: Result): Target[] {
  return [
    target(
      'lcp',
      'LCP ≤ 1.5 s',
      browser?.largest_contentful_paint
        ? [`${browser.largest_contentful_paint} ms`, browser.largest_contentful_paint <= 1500]
        : null,
    ),
    target(
      'click',
      'a click redraws every panel in < 300 ms',
      browser && [
        `median ${browser.click_median} ms, p95 ${browser.click_p95} ms of ${browser.clicks} clicks`,
        browser.click_p95 < 300,
      ],
    ),
    target(
      'inp',
      'INP p98 ≤ 200 ms',
      typeof browser?.interaction_to_next_paint_p98 === 'number'
        ? [`${browser.interaction_to_next_paint_p98} ms`, browser.interaction_to_next_paint_p98 <= 200]
        : null,
    ),
    target(
      'javascript',
      'initial JavaScript ≤ 280 kB gzip',
      browser && [`${browser.initial_javascript_kilobytes} kB`, browser.initial_javascript_kilobytes <= 280],
    ),
  ];
}

function leaving({ exporting }: Result): Target[] {
  return exporting.flatMap((each) => [
    target(`export-${each.format}`, `${each.format}: ≥ 0.8 of the engine's own speed`, [
      `${each.speed} (${million(each.rows)} rows in ${each.ours_seconds} s)`,
      each.speed >= 0.8,
    ]),
    target(`first-byte-${each.format}`, `${each.format}: first byte ≤ 200 ms`, [
      `${each.first_byte_milliseconds} ms`,
      each.first_byte_milliseconds <= 200,
    ]),
    target(
      `export-memory-${each.format}`,
      `${each.format}: memory flat (< 100 MB more), complete`,
      each.api_memory_bytes === null
        ? null
        : [
            `${megabytes(each.api_memory_bytes)} more${each.complete === false ? ', INCOMPLETE' : ''}`,
            each.api_memory_bytes < 100e6 && each.complete !== false,
          ],
    ),
  ]);
}

/** Every line of the design's section 8 that a run measures. */
export const targetsOf = (result: Result, smaller: Result | null): Target[] => [
  ...loading(result),
  ...asking(result),
  growth(smaller, result),
  target('rollup-share', 'rollups ≤ 8 % of the bytes of the rows', [
    `${rounded(100 * result.storage.rollup_share)} %`,
    result.storage.rollup_share <= 0.08,
  ]),
  ...judging(result),
  ...users(result),
  ...page(result),
  ...leaving(result),
];
