import { metricOf } from '@hotline-atlas/model';
import type { History } from './history.ts';
import { mostRowsOf, type Piece } from './piece.ts';
import type { Plan } from './plan.ts';
import { piecesRead } from './side.ts';
import { appealTable } from './table.ts';

const fewRows = 200_000;
/** What a condition leaves of the rows at the most: a guess, by which nothing but the way of answering is chosen. */
const leftByCondition = 1 / 4;
/** What is read of an appeal is a narrow column or two, or its class where a rollup lists times to close; of a row of a rollup a dozen columns. */
const appealWeight = 1 / 5;

/** Where times to close of every cell are asked for, nearly every row leaves the engine with 64 classes. */
const cellWeight = 8;

/** What reading a piece costs before any condition, in rows of a rollup. */
function weightOf({ table, reading }: Piece, lists: boolean, history: History): number {
  const ofAppeals = table.keys === null || (lists && table.closing === 'listed');
  if (!ofAppeals) return mostRowsOf([{ table, reading }], history);
  return appealWeight * mostRowsOf([{ table: appealTable, reading }], history);
}

/**
 * Whether a question reads little: then most of its time goes into understanding the statement and sharing out the work, which
 * matters where a screen asks eight questions at once.
 */
export const isSmall = (plan: Plan, history: History): boolean => {
  const { query } = plan;
  const conditions = query.where.filter(({ exclude }) => !exclude).length;
  const lists = query.metrics.some((metric) => metricOf(metric).kind === 'closing_time_quantile');
  const most = piecesRead(plan).reduce((sum, piece) => sum + weightOf(piece, lists, history), 0);
  const each = lists && query.by.includes('cell') ? cellWeight : 1;
  return each * most * leftByCondition ** conditions < fewRows;
};
