import type { History } from './history.ts';
import { answers, type Needs, tellsYears, withDays } from './needs.ts';
import { allTogether, needsDays, type Reading, wholeAndRest, yearsAndRest } from './reading.ts';
import { appealTable, isOfYears, type Table } from './table.ts';

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
  const beside = isOfYears(table) ? publication.years : publication.generations;
  const counts = rows.filter((_, index) => wanted.has(beside[index] ?? 0));
  if (counts.length < wanted.size || counts.includes(0)) return null;
  return counts.reduce((sum, count) => sum + count, 0);
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

/** A way to read a part of the data, and what it costs, in rows. */
interface Way {
  pieces: Piece[];
  weight: number;
}

/** Several ways, one after the other. */
const oneAfterAnother = (ways: readonly Way[]): Way => ({
  pieces: ways.flatMap(({ pieces }) => pieces),
  weight: ways.reduce((sum, { weight }) => sum + weight, (ways.length - 1) * pieceWeight),
});

/** The cheapest table that can answer for a part; null where there is none. */
function cheapest(tables: readonly Table[], asked: Needs, reading: Reading, history: History): Way | null {
  const needs = needsDays(reading) ? withDays(asked) : asked;
  const able = tables.flatMap((table) => {
    const weight = answers(table, needs) ? weightOf(table, needs, reading, history) : null;
    return weight === null ? [] : [{ pieces: [{ table, reading }], weight }];
  });
  return able.sort((a, b) => a.weight - b.weight)[0] ?? null;
}

/** The same; from the rows at the worst. */
const inOnePiece = (tables: readonly Table[], needs: Needs, reading: Reading, history: History): Way =>
  cheapest(
    tables.filter((table) => !isOfYears(table)),
    needs,
    reading,
    history,
  ) ?? { pieces: [{ table: appealTable, reading }], weight: 0 };

/** Whole months; all of them together, or the years among them, from a table of years where that costs less. */
function inYears(tables: readonly Table[], needs: Needs, reading: Reading, history: History): Way {
  const months = inOnePiece(tables, needs, reading, history);
  const ofYears = tables.filter(isOfYears);
  const all = tellsYears(needs) ? null : allTogether(reading, history);
  const together = all && cheapest(ofYears, needs, all, history);
  const { years, rest } = yearsAndRest(reading, history);
  const whole = years.generations.length > 0 ? cheapest(ofYears, needs, years, history) : null;
  const others = rest.generations.length > 0 ? [inOnePiece(tables, needs, rest, history)] : [];
  const ways = [
    months,
    ...(whole ? [oneAfterAnother([whole, ...others])] : []),
    ...(together ? [together] : []),
  ];
  return ways.reduce((best, way) => (way.weight < best.weight ? way : best));
}

/**
 * The cheapest way to read one side of a question: from one table, or its whole years, its whole months and the days that
 * remain from one each.
 */
export function piecesOf(
  tables: readonly Table[],
  needs: Needs,
  reading: Reading,
  history: History,
): Piece[] {
  if (!needsDays(reading)) return inYears(tables, needs, reading, history).pieces;
  const together = inOnePiece(tables, needs, reading, history);
  const { whole, rest } = wholeAndRest(reading, history);
  if (whole.generations.length === 0 || rest.generations.length === 0) return together.pieces;
  const apart = oneAfterAnother([
    inYears(tables, needs, whole, history),
    inOnePiece(tables, needs, rest, history),
  ]);
  return apart.weight < together.weight ? apart.pieces : together.pieces;
}
