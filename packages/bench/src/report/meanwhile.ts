import type { Completeness } from '@hotline-atlas/model';
import type { Result } from '../result.ts';
import type { ReportTable } from './tables.ts';
import { atMost, type Target, targetOn } from './targets.ts';

/** Whether a run began while tables were being summed up, or texts indexed. */
export const isMeanwhile = ({ summed_up: states }: Pick<Result, 'summed_up'>): boolean =>
  states?.[0]?.complete === false;

const share = ({ done, of }: { done: number; of: number }, what: string): string =>
  `${done} of ${of} ${what}`;

const inWords = ({ tables, years, months }: Completeness): string =>
  [share(tables, 'tables'), share(years, 'years'), share(months, 'months of texts')].join(', ');

/** What was summed up and indexed during a run, in one sentence; null of results that do not say. */
export function stateInWords({ summed_up: states }: Pick<Result, 'summed_up'>): string | null {
  const [first, last] = [states?.[0], states?.at(-1)];
  if (!first || !last) return null;
  if (first.complete) return `Everything was summed up and indexed (${inWords(first)}).`;
  return `Measured right after publication, while tables were summed up and texts indexed: ${inWords(first)} at the beginning, ${inWords(last)} at the end.`;
}

/** The aims of the time after a large load, while tables are summed up and texts indexed. */
export function meanwhileTargets({ asking: { lists }, users }: Result): Target[] {
  const target = targetOn('meanwhile');
  const { search, screens_all_history: screens } = lists;
  const thinking = users.find(({ users: count }) => count === 20);
  return [
    target(
      'meanwhile-p95',
      'after a large load, screens of all history: server p95 ≤ 500 ms',
      atMost(screens.server.p95, 'ms', 500),
    ),
    target(
      'meanwhile-search',
      'after a large load, search: first page ≤ 2 s, none refused',
      search.asked === 0
        ? null
        : [
            search.server.most,
            `slowest of ${search.asked}: ${search.server.most} ms, ${search.failed.length} refused`,
            search.server.most <= 2000 && search.failed.length === 0,
          ],
    ),
    target(
      'meanwhile-users',
      'after a large load, 20 users with 2 s to think: p95 ≤ 500 ms',
      thinking ? atMost(thinking.p95, 'ms', 500) : null,
    ),
  ];
}

/** Tables of a run, on the page of this state. */
export const onPageMeanwhile = (tables: readonly ReportTable[]): ReportTable[] =>
  tables.map((table) => ({ ...table, page: 'meanwhile' }));
