import type { Result } from '../result.ts';
import { rounded } from '../summary.ts';
import type { ReportTable } from './tables.ts';

/** How the cost grows with the number of appeals, the smallest size first. */
export function growthOf(results: readonly Result[]): ReportTable {
  const sorted = [...results].sort((a, b) => a.appeals - b.appeals);
  const times = (value: number, before: number | undefined): string =>
    before === undefined ? '–' : `${rounded(value / Math.max(before, 0.1), 2)} ×`;
  return {
    title: 'Cost by size: questions of the screens over all history',
    page: 'asking',
    header: [
      'appeals',
      'p50 ms',
      'p95 ms',
      'p95 growth',
      'hard p95 ms',
      'rows read p95',
      'bytes per appeal',
      'rollups %',
    ],
    rows: sorted.map(({ appeals, asking: { lists }, storage }, at) => [
      appeals.toLocaleString('en'),
      String(lists.screens_all_history.server.p50),
      String(lists.screens_all_history.server.p95),
      times(
        lists.screens_all_history.server.p95,
        sorted[at - 1]?.asking.lists.screens_all_history.server.p95,
      ),
      String(lists.hard_all_history.server.p95),
      lists.screens_all_history.rows_read.p95.toLocaleString('en'),
      String(storage.bytes_per_appeal),
      String(rounded(100 * storage.rollup_share)),
    ]),
  };
}
