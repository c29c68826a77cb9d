import {
  bucketEnd,
  earlier,
  floorTo,
  type Grain,
  isGrain,
  metricOf,
  NotOpen,
  needsCallers,
  openCountOf,
  type Query,
  type Scope,
  type Selection,
  startsBucket,
} from '@hotline-atlas/model';
import type { History } from './history.ts';
import { resolutionOf } from './needs.ts';

/** A question, and the scope in which it is answered. */
interface Opened {
  query: Query;
  scope: Scope;
}

/** @throws NotOpen where cells are finer than may be seen */
function checkCells(resolutions: readonly number[], { place }: Pick<Scope, 'place'>): void {
  const finest = Math.max(0, ...resolutions);
  if (place !== 'point' && finest > place)
    throw new NotOpen(
      `Cells of resolution ${finest} are not open to you. The finest is ${place}: ask for resolution ${place} or coarser.`,
    );
}

/**
 * Refuses words where texts may not be seen, since even a count would tell what stands there, and cells finer
 * than may be seen.
 * @throws NotOpen
 */
export function checkOpen({ where, q }: Pick<Selection, 'where' | 'q'>, scope: Scope): void {
  if (q !== undefined && !scope.texts)
    throw new NotOpen('Texts are not open to you, and so cannot be searched: leave out q.');
  const cells = where.filter(({ dimension }) => dimension === 'cell').flatMap(({ values }) => values);
  checkCells(
    cells.filter((cell) => cell !== '').map((cell) => resolutionOf(cell)),
    scope,
  );
}

const coarse: readonly Grain[] = ['month', 'quarter', 'year'];

/** Why a question is none of the aggregates that are published; null where it is one. */
function unpublished({ metrics, by, where, q, compare, withoutRegimes }: Query, scope: Scope): string | null {
  const asked = [...by, ...where.map(({ dimension }) => dimension)];
  const fine = by.find((dimension) => isGrain(dimension) && !coarse.includes(dimension));
  const closed = asked.find((dimension) => !scope.published.includes(dimension));
  const counting = metrics.find(needsCallers);
  const ofOrders = metrics.find((metric) => openCountOf(metric) !== null);
  if (scope.published.length === 0 && scope.clauses.length > 0)
    return 'No aggregates of the whole city are open to you: leave out scope=published.';
  if (fine) return `Published aggregates are by month or coarser, not by ${fine}.`;
  if (closed && scope.clauses.length > 0)
    return `Published aggregates are open to you by ${scope.published.join(', ')}, not by ${closed}.`;
  if (counting) return `Published aggregates do not count callers: leave out ${metricOf(counting).label.en}.`;
  if (ofOrders && scope.clauses.length > 0 && !scope.published.includes('due_state'))
    return `Published aggregates do not tell open orders: leave out ${metricOf(ofOrders).label.en}.`;
  if (q !== undefined) return 'Published aggregates are not searched: leave out q.';
  if (compare) return 'Published aggregates are not compared: ask for each period by itself.';
  return withoutRegimes.length > 0
    ? 'Published aggregates are of whole months: leave out without_regimes.'
    : null;
}

/** The same question about the whole months among the days with data. */
function inWholeMonths(query: Query, { span, completeTo }: History): Query {
  const first = startsBucket(span.from, 'month')
    ? span.from
    : bucketEnd(floorTo(span.from, 'month'), 'month');
  const end = floorTo(completeTo, 'month');
  const { from = earlier(first, end), to = from < end ? end : bucketEnd(from, 'month') } = query;
  if (!startsBucket(from, 'month') || !startsBucket(to, 'month'))
    throw new NotOpen('Published aggregates are of whole months: send first days of months as from and to.');
  if (to > end)
    throw new NotOpen(
      `Published aggregates end with the last whole month: send ${end} as to, or an earlier one.`,
    );
  return { ...query, from, to };
}

/**
 * The scope a question is answered in: that of whoever asks, or, of aggregates that are published to them,
 * the whole city.
 * @throws NotOpen where the question goes beyond what is open
 */
export function openedTo(scope: Scope, query: Query, history: History): Opened {
  checkOpen(query, scope);
  if (query.by.includes('cell')) checkCells([query.resolution], scope);
  if (query.scope !== 'published') return { query, scope };
  const why = unpublished(query, scope);
  if (why) throw new NotOpen(why);
  return {
    query: inWholeMonths(query, history),
    scope: { ...scope, clauses: [], texts: false, callers: null },
  };
}
