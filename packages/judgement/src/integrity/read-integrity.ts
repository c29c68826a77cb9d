import type { Cost } from '@hotline-atlas/clickhouse';
import {
  type IntegrityCount,
  type IntegrityCounts,
  integrityCountNames,
  limitBins,
} from '@hotline-atlas/model';
import { appealTable } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { IntegrityAsked } from './question.ts';
import {
  againStatement,
  countsStatement,
  histogramsStatement,
  reasonsStatement,
  repliesStatement,
  rowsOfValues,
  type UnitAgain,
  type UnitCounts,
  type UnitHistograms,
  type UnitReasons,
  type UnitReplies,
} from './read-counts.ts';
import { readPast } from './read-past.ts';

/** What was read of a month. */
export interface ReadIntegrity extends Cost {
  counts: IntegrityCounts;
  /** What the most frequent reply of each unit is known by; shapes units. */
  likeness: readonly string[];
  source: string;
}

const entriesOf = (rows: readonly UnitCounts[]) =>
  rows.flatMap(([unit, strata, ...columns]) =>
    strata.map((stratum, at) => ({ unit, stratum, counts: columns.map((column) => column[at] ?? 0) })),
  );

const indexOf = (names: readonly string[]) => new Map(names.map((name, index) => [name, index]));

function excludedFor(
  rows: readonly UnitReasons[],
  reasons: readonly string[],
  entryAt: ReadonlyMap<string, number>,
  entries: number,
): Float64Array[] {
  const columns = reasons.map(() => new Float64Array(entries));
  const at = indexOf(reasons);
  for (const [unit, strata, names, orders] of rows)
    for (const [index, stratum] of strata.entries()) {
      const column = columns[at.get(names[index] ?? '') ?? -1];
      const entry = entryAt.get(`${unit}\n${stratum}`);
      if (column && entry !== undefined) column[entry] = orders[index] ?? 0;
    }
  return columns;
}

/** A value of each unit, in the order of the units; what is missing is nothing. */
function ofUnits<Row extends [string, ...unknown[]], Value>(
  units: readonly string[],
  rows: readonly Row[],
  value: (row: Row | undefined) => Value,
): Value[] {
  const known = new Map(rows.map((row) => [row[0], row]));
  return units.map((unit) => value(known.get(unit)));
}

const histogram = (values: readonly number[] | undefined, bins: number): Float64Array =>
  values ? Float64Array.from(values) : new Float64Array(bins);

interface AllRows {
  counts: readonly UnitCounts[];
  reasons: readonly UnitReasons[];
  histograms: readonly UnitHistograms[];
  again: readonly UnitAgain[];
  replies: readonly UnitReplies[];
}

/** Puts together what the statements told. @param members units that are there even without an order */
function gatherIntegrity(rows: AllRows, members: readonly string[] | null): Omit<IntegrityCounts, 'past'> {
  const entries = entriesOf(rows.counts);
  const units = [...new Set([...(members ?? []), ...entries.map(({ unit }) => unit)])].sort();
  const strata = [...new Set(entries.map(({ stratum }) => stratum))].sort();
  const reasons = [...new Set(rows.reasons.flatMap(([, , names]) => names))].sort();
  const [unitAt, stratumAt] = [indexOf(units), indexOf(strata)];
  const entryAt = indexOf(entries.map(({ unit, stratum }) => `${unit}\n${stratum}`));
  const counts = Object.fromEntries(
    integrityCountNames.map((name, at) => [
      name,
      Float64Array.from(entries, (entry) => entry.counts[at] ?? 0),
    ]),
  ) as Record<IntegrityCount, Float64Array>;
  return {
    ...{ units, strata, reasons, counts },
    unit: Int32Array.from(entries, ({ unit }) => unitAt.get(unit) ?? 0),
    stratum: Int32Array.from(entries, ({ stratum }) => stratumAt.get(stratum) ?? 0),
    excludedFor: excludedFor(rows.reasons, reasons, entryAt, entries.length),
    limit: ofUnits(units, rows.histograms, (row) => histogram(row?.[1], limitBins)),
    minutes: ofUnits(units, rows.histograms, (row) => histogram(row?.[2], 60)),
    durations: ofUnits(units, rows.histograms, (row) => histogram(row?.[3], 60)),
    known: Float64Array.from(ofUnits(units, rows.again, (row) => row?.[1] ?? 0)),
    again: Float64Array.from(ofUnits(units, rows.again, (row) => row?.[2] ?? 0)),
    replies: Float64Array.from(ofUnits(units, rows.replies, (row) => row?.[1] ?? 0)),
    oneText: Float64Array.from(ofUnits(units, rows.replies, (row) => row?.[2] ?? 0)),
  };
}

/**
 * Everything that findings of integrity of a month are made of: five readings of the rows received in the
 * month, one of them of texts, and one of sums for the months before.
 */
export async function readIntegrity(asked: IntegrityAsked, run: JudgementRun): Promise<ReadIntegrity> {
  const read = <Row>(statement: typeof countsStatement, label: string) =>
    rowsOfValues<Row>(statement(asked, run), `integrity: ${label}`, run);
  const [counts, reasons, histograms, again, replies] = await Promise.all([
    read<UnitCounts>(countsStatement, 'counts'),
    read<UnitReasons>(reasonsStatement, 'reasons'),
    read<UnitHistograms>(histogramsStatement, 'closings'),
    read<UnitAgain>(againStatement, 'closed again'),
    read<UnitReplies>(repliesStatement, 'replies'),
  ]);
  const gathered = gatherIntegrity(
    {
      ...{ counts: counts.rows, reasons: reasons.rows, histograms: histograms.rows },
      ...{ again: again.rows, replies: replies.rows },
    },
    asked.members,
  );
  const { past, source, ...cost } = await readPast(asked, gathered.units, run);
  const costs = [counts, reasons, histograms, again, replies, cost];
  return {
    counts: { ...gathered, past },
    likeness: ofUnits(gathered.units, replies.rows, (row) => row?.[3] ?? ''),
    source: [appealTable.name, ...(source ? [source] : [])].join(' + '),
    rowsRead: costs.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    milliseconds: costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}
