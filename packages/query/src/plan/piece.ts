import { costs } from './costs.ts';
import type { History } from './history.ts';
import { allTogether, type Months, needsDays, wholeAndRest, yearsAndRest } from './months.ts';
import { answers, type Needs, tellsYears, withDays } from './needs.ts';
import { appealTable, isOfYears, type Table } from './table.ts';

/** A part of the data, read from one table. */
export interface Piece {
  table: Table;
  months: Months;
}

/** Rows a table holds of a part, before any condition; null where the table is not filled for all of it. */
function rowsOf({ table, months }: Piece, { publication }: History): number | null {
  const rows = publication.rows[table.name];
  if (!rows) return null;
  const wanted = new Set(months.generations);
  const beside = isOfYears(table) ? publication.years : publication.generations;
  const counts = rows.filter((_, index) => wanted.has(beside[index] ?? 0));
  if (counts.length < wanted.size || counts.includes(0)) return null;
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Rows that may have to be looked at to read some parts. */
export const mostRowsOf = (pieces: readonly Piece[], history: History): number =>
  pieces.reduce((sum, piece) => sum + (rowsOf(piece, history) ?? Number.POSITIVE_INFINITY), 0);

/** What reading a part from a table costs, in rows; null where the table is not filled for all of it. */
function weightOf(table: Table, needs: Needs, months: Months, history: History): number | null {
  const read = rowsOf({ table, months }, history);
  if (read === null) return null;
  return needs.histogram && table.closing ? read * costs.closing[table.closing] : read;
}

/** A way to read a part of the data, and what it costs, in rows. */
interface Pieces {
  pieces: Piece[];
  weight: number;
}

/** Several ways, one after the other. */
const oneAfterAnother = (ways: readonly Pieces[]): Pieces => ({
  pieces: ways.flatMap(({ pieces }) => pieces),
  weight: ways.reduce((sum, { weight }) => sum + weight, (ways.length - 1) * costs.anotherTable),
});

/** The cheapest table that can answer for a part; null where there is none. */
function cheapest(tables: readonly Table[], asked: Needs, months: Months, history: History): Pieces | null {
  const needs = needsDays(months) ? withDays(asked) : asked;
  const able = tables.flatMap((table) => {
    const weight = answers(table, needs) ? weightOf(table, needs, months, history) : null;
    return weight === null ? [] : [{ pieces: [{ table, months }], weight }];
  });
  return able.sort((a, b) => a.weight - b.weight)[0] ?? null;
}

/** The same; from the rows at the worst. */
const inOnePiece = (tables: readonly Table[], needs: Needs, months: Months, history: History): Pieces =>
  cheapest(
    tables.filter((table) => !isOfYears(table)),
    needs,
    months,
    history,
  ) ?? { pieces: [{ table: appealTable, months }], weight: 0 };

/**
 * Whole months; all of them together, or the years among them, from a table of years where that costs less.
 */
function inYears(tables: readonly Table[], needs: Needs, months: Months, history: History): Pieces {
  const byMonths = inOnePiece(tables, needs, months, history);
  const ofYears = tables.filter(isOfYears);
  const all = tellsYears(needs) ? null : allTogether(months, history);
  const together = all && cheapest(ofYears, needs, all, history);
  const { years, rest } = yearsAndRest(months, history);
  const whole = years.generations.length > 0 ? cheapest(ofYears, needs, years, history) : null;
  const others = rest.generations.length > 0 ? [inOnePiece(tables, needs, rest, history)] : [];
  const ways = [
    byMonths,
    ...(whole ? [oneAfterAnother([whole, ...others])] : []),
    ...(together ? [together] : []),
  ];
  return ways.reduce((best, way) => (way.weight < best.weight ? way : best));
}

/**
 * The cheapest way to read one side of a question: from one table, or its whole years, its whole months and
 * the days that remain from one each.
 */
export function piecesOf(tables: readonly Table[], needs: Needs, months: Months, history: History): Piece[] {
  if (!needsDays(months)) return inYears(tables, needs, months, history).pieces;
  const together = inOnePiece(tables, needs, months, history);
  const { whole, rest } = wholeAndRest(months, history);
  if (whole.generations.length === 0 || rest.generations.length === 0) return together.pieces;
  const apart = oneAfterAnother([
    inYears(tables, needs, whole, history),
    inOnePiece(tables, needs, rest, history),
  ]);
  return apart.weight < together.weight ? apart.pieces : together.pieces;
}
