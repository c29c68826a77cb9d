import type { History } from './history.ts';
import { answers, type Needs, withDays } from './needs.ts';
import { needsDays, type Reading, wholeAndRest } from './reading.ts';
import { appealTable, type Table } from './table.ts';

/** A part of the data, read from one table. */
export interface Piece {
  table: Table;
  reading: Reading;
}

/** What a row's classes of times to close cost to add up, in rows of numbers. */
const closingWeights = { counted: 8, listed: 4, single: 1 } as const;
/** What reading from one more table costs, in rows. */
const pieceWeight = 20_000;

/** Rows a table holds of a part, before any condition; null where the table is not filled for all of it. */
function rowsOf({ table, reading }: Piece, { publication }: History): number | null {
  const rows = publication.rows[table.name];
  if (!rows) return null;
  const wanted = new Set(reading.generations);
  const counts = rows.filter((_, index) => wanted.has(publication.generations[index] ?? 0));
  return counts.includes(0) ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Rows that may have to be looked at to read some parts. */
export const mostRowsOf = (pieces: readonly Piece[], history: History): number =>
  pieces.reduce((sum, piece) => sum + (rowsOf(piece, history) ?? Number.POSITIVE_INFINITY), 0);

/** What reading a part from a table costs, in rows; null where the table is not filled for all of it. */
function weightOf(table: Table, needs: Needs, reading: Reading, history: History): number | null {
  const read = rowsOf({ table, reading }, history);
  if (read === null) return null;
  return needs.histogram && table.closing ? read * closingWeights[table.closing] : read;
}

interface Weighed {
  piece: Piece;
  weight: number;
}

/** The cheapest table that can answer for a part. */
function cheapest(tables: readonly Table[], asked: Needs, reading: Reading, history: History): Weighed {
  const needs = needsDays(reading) ? withDays(asked) : asked;
  const able = tables.flatMap((table) => {
    const weight = answers(table, needs) ? weightOf(table, needs, reading, history) : null;
    return weight === null ? [] : [{ piece: { table, reading }, weight }];
  });
  return able.sort((a, b) => a.weight - b.weight)[0] ?? { piece: { table: appealTable, reading }, weight: 0 };
}

/**
 * The cheapest way to read one side of a question: from one table, or its whole months from one and the days that
 * remain from another.
 */
export function piecesOf(
  tables: readonly Table[],
  needs: Needs,
  reading: Reading,
  history: History,
): Piece[] {
  const together = cheapest(tables, needs, reading, history);
  if (!needsDays(reading)) return [together.piece];
  const { whole, rest } = wholeAndRest(reading, history);
  if (whole.generations.length === 0 || rest.generations.length === 0) return [together.piece];
  const apart = [cheapest(tables, needs, whole, history), cheapest(tables, needs, rest, history)];
  const weight = apart.reduce((sum, each) => sum + each.weight, pieceWeight);
  return weight < together.weight ? apart.map(({ piece }) => piece) : [together.piece];
}
