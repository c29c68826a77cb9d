import type { Tally } from '@hotline-atlas/model';

/** What was read of one unit: lists of equal length, one entry a stratum and reason, and a list a count. */
export interface UnitRows {
  unit: string;
  strata: string[];
  reasons: string[];
  counts: number[][];
}

/** Counts before those of indicators: appeals, orders, visited. */
const before = 3;

interface Entry {
  unit: string;
  stratum: string;
  reason: string;
  counts: number[];
}

const entriesOf = (rows: readonly UnitRows[]): Entry[] =>
  rows.flatMap(({ unit, strata, reasons, counts }) =>
    strata.map((stratum, at) => ({
      unit,
      stratum,
      reason: reasons[at] ?? '',
      counts: counts.map((column) => column[at] ?? 0),
    })),
  );

const keyOf = ({ unit, stratum }: Entry): string => `${unit}\n${stratum}`;

/** Takes the excluded orders out of what counts them. */
function withoutExcluded(
  every: readonly Entry[],
  excluded: readonly Entry[],
  leaveOut: readonly boolean[],
): Entry[] {
  const out = new Map<string, Entry[]>();
  for (const entry of excluded) out.set(keyOf(entry), [...(out.get(keyOf(entry)) ?? []), entry]);
  return every.map((entry) => {
    const own = out.get(keyOf(entry)) ?? [];
    const taken = (at: number) => own.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
    return { ...entry, counts: entry.counts.map((count, at) => (leaveOut[at] ? count : count - taken(at))) };
  });
}

const sortedNames = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** By unit, stratum and reason: sums of fractions over entries are then the same however they were read. */
const inOrder = (one: Entry, other: Entry): number =>
  compared(one.unit, other.unit) ||
  compared(one.stratum, other.stratum) ||
  compared(one.reason, other.reason);
const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Entries of the same unit, stratum and reason as one. */
function merged(entries: readonly Entry[]): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${keyOf(entry)}\n${entry.reason}`;
    const known = byKey.get(key);
    const counts = known?.counts.map((count, at) => count + (entry.counts[at] ?? 0)) ?? entry.counts;
    byKey.set(key, { ...entry, counts });
  }
  return [...byKey.values()];
}

/** What was read of a month. */
interface Gathered {
  /** All orders; counts that leave excluded ones out by themselves do. */
  every: readonly UnitRows[];
  /** The excluded orders by reason, as they would have counted. */
  excluded: readonly UnitRows[];
  /** What upheld objections add to entries, and take from them. */
  changes: readonly Entry[];
  /** Of each count, whether it leaves excluded orders out by itself. */
  leaveOut: readonly boolean[];
  /** Units that are there even without an order; null for those that occur. */
  members: readonly string[] | null;
}

/** Puts together what was read of all orders and of excluded ones: every order is in one entry. */
export function gatherTally({ every, excluded, changes, leaveOut, members }: Gathered): Tally {
  const out = entriesOf(excluded);
  const read = [...withoutExcluded(entriesOf(every), out, leaveOut), ...out];
  const entries = (changes.length > 0 ? merged([...read, ...changes]) : read)
    .filter(({ counts }) => counts.some((count) => count !== 0))
    .sort(inOrder);
  const units = sortedNames([...(members ?? []), ...entries.map(({ unit }) => unit)]);
  const strata = sortedNames(entries.map(({ stratum }) => stratum));
  const reasons = sortedNames(['', ...entries.map(({ reason }) => reason)]);
  const indexed = (names: readonly string[], of: (entry: Entry) => string) => {
    const at = new Map(names.map((each, index) => [each, index]));
    return Int32Array.from(entries, (entry) => at.get(of(entry)) ?? 0);
  };
  const column = (at: number) => Float64Array.from(entries, ({ counts }) => counts[at] ?? 0);
  const indicators = Array.from({ length: (leaveOut.length - before) / 2 }, (_, at) => before + 2 * at);
  return {
    ...{ units, strata, reasons },
    unit: indexed(units, ({ unit }) => unit),
    stratum: indexed(strata, ({ stratum }) => stratum),
    reason: indexed(reasons, ({ reason }) => reason),
    ...{ appeals: column(0), orders: column(1), visited: column(2) },
    numerators: indicators.map(column),
    denominators: indicators.map((at) => column(at + 1)),
  };
}
