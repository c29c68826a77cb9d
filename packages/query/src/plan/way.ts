import {
  asksForOpenOrders,
  type Comparison,
  needsClosingTimes,
  type Query,
  termsOf,
} from '@hotline-atlas/model';
import { costs } from './costs.ts';
import type { History } from './history.ts';
import { mostRowsOf, type Piece } from './piece.ts';
import { piecesRead, type Reads } from './side.ts';
import { appealTable } from './table.ts';

/**
 * How a plan is answered. `counts`: stored sums are read, and metrics are made of them here, which takes a
 * short statement. `metrics`: the engine makes the metrics.
 */
export interface Way {
  how: 'counts' | 'metrics';
  /** What reading costs after conditions, in rows of a rollup. */
  cost: number;
}

/** What is known of a plan before its way is chosen. */
interface Readable {
  query: Query;
  reads: Reads;
  comparison: Comparison | null;
}

/** What reading a piece costs before any condition. */
function costOfPiece({ table, months }: Piece, lists: boolean, history: History): number {
  const ofAppeals = table.keys === null || (lists && table.closing === 'listed');
  if (!ofAppeals) return mostRowsOf([{ table, months }], history);
  return costs.appeal * mostRowsOf([{ table: appealTable, months }], history);
}

function costOf({ query, reads }: Readable, history: History): number {
  const conditions = query.where.filter(({ exclude }) => !exclude).length;
  const lists = query.metrics.some(needsClosingTimes);
  const all = piecesRead({ reads }).reduce((sum, piece) => sum + costOfPiece(piece, lists, history), 0);
  const each = lists && query.by.includes('cell') ? costs.closingByCell : 1;
  return each * all * costs.leftByCondition ** conditions;
}

/** Repeat appeals are never weighted, and stored sums are all weighted alike. */
const cannotBeWeighted = ({ metrics }: Query, comparison: Comparison | null): boolean =>
  Boolean(comparison?.weights) &&
  metrics.some((metric) => termsOf(metric).some(({ of }) => of === 'repeats'));

/**
 * Whether stored sums can answer: rollups hold them, and they come in the order of the dimensions. Days that
 * are read besides may be of rows, which hold the same sums. Open orders are counted by the engine.
 */
const isOfCounts = ({ query, reads, comparison }: Readable): boolean =>
  query.order.length === 0 &&
  !asksForOpenOrders(query) &&
  [...reads.now, ...(reads.before ?? [])].every(({ table }) => table.keys !== null) &&
  !cannotBeWeighted(query, comparison);

/**
 * Whether a plan reads little. Most of its time then goes into planning the statement and sharing out the
 * work, which matters where a screen asks eight questions at once.
 */
export const isSmall = ({ cost }: Pick<Way, 'cost'>): boolean => cost < costs.small;

/** How a plan is answered: from stored sums where it reads little and they can answer. */
export function wayOf(plan: Readable, history: History): Way {
  const cost = costOf(plan, history);
  return { how: isSmall({ cost }) && isOfCounts(plan) ? 'counts' : 'metrics', cost };
}
