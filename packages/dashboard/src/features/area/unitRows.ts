import { type Answer, fewestAnnounced, type Rates, wilsonScoreInterval } from '@hotline-atlas/model';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import type { UnitOrder } from './address.ts';

/** A share with its interval and what it rests on. */
export interface ShareOf {
  numerator: number;
  denominator: number;
  rate: number;
  lower: number;
  upper: number;
}

export interface UnitRow {
  code: string;
  open: number;
  /** Null where it is not known: none of its open orders has a due time. */
  overdue: number | null;
  /** Days to close, the median; null where none was closed. */
  days: number | null;
  closed: number;
  onTime: ShareOf | null;
  resolved: ShareOf | null;
  /** What the judgement of rates says of its orders on time; none where there is none. */
  mark: 'beyond_chance' | 'chance' | 'too_few' | null;
  /** Whether it closes fewer on time than units do, beyond chance. */
  isLate: boolean;
}

const normal95 = 1.959964;

function shareOf(row: Answer['rows'][number] | undefined, metric: string): ShareOf | null {
  const numerator = numberIn(row, `${metric}_numerator`);
  const denominator = numberIn(row, `${metric}_denominator`);
  if (numerator === null || !denominator) return null;
  return {
    numerator,
    denominator,
    rate: numerator / denominator,
    ...wilsonScoreInterval(numerator, denominator, normal95),
  };
}

/** The share of a whole answer. */
export const shareIn = (answer: Answer | undefined, metric: string): ShareOf | null =>
  shareOf(answer?.rows[0], metric);

const markOf = {
  higher: 'beyond_chance',
  lower: 'beyond_chance',
  unclear: 'chance',
  small: 'too_few',
} as const;

/** Units with open orders, or with orders of the period. */
export function unitRows(open: Answer, period: Answer, rates: Rates | undefined): UnitRow[] {
  const byCode = (answer: Answer) => new Map(answer.rows.map((row) => [textIn(row, 'unit'), row]));
  const [openOf, periodOf] = [byCode(open), byCode(period)];
  const verdicts = new Map(rates?.groups.group.map((code, at) => [code, rates.groups.verdict[at]]) ?? []);
  const codes = new Set([...openOf.keys(), ...periodOf.keys()]);
  codes.delete('');
  return [...codes].map((code): UnitRow => {
    const row = periodOf.get(code);
    const hours = numberIn(row, 'median_hours_to_close');
    const onTime = shareOf(row, 'on_time_rate');
    return {
      code,
      open: numberIn(openOf.get(code), 'open') ?? 0,
      overdue: openOf.has(code) ? numberIn(openOf.get(code), 'overdue') : 0,
      days: hours === null ? null : hours / 24,
      closed: numberIn(row, 'closed') ?? 0,
      onTime,
      resolved: shareOf(row, 'resolution_rate'),
      mark: verdicts.has(code) ? (rates?.notice ? 'too_few' : markOf[verdicts.get(code) ?? 'small']) : null,
      isLate: verdicts.get(code) === 'lower',
    };
  });
}

/** Fewer closed orders are shown grey and come after the others: their median says little. */
export const fewestClosed = 10;

const isSmall = (share: ShareOf | null): boolean => (share?.denominator ?? 0) < fewestAnnounced;
const byRate = (one: ShareOf | null, other: ShareOf | null): number =>
  Number(isSmall(one)) - Number(isSmall(other)) || (one?.rate ?? 1) - (other?.rate ?? 1);

/** Sorted as somebody wishes; what rests on too few comes last. */
export function sortedUnits(
  rows: readonly UnitRow[],
  order: UnitOrder,
  label: (code: string) => string,
): UnitRow[] {
  const byName = (a: UnitRow, b: UnitRow) => label(a.code).localeCompare(label(b.code));
  const slow = (row: UnitRow) => (row.closed < fewestClosed ? 1 : 0);
  const orders: Record<UnitOrder, (a: UnitRow, b: UnitRow) => number> = {
    slow: (a, b) => slow(a) - slow(b) || (b.days ?? -1) - (a.days ?? -1),
    open: (a, b) => b.open - a.open,
    overdue: (a, b) => (b.overdue ?? -1) - (a.overdue ?? -1) || b.open - a.open,
    late: (a, b) => byRate(a.onTime, b.onTime),
    unresolved: (a, b) => byRate(a.resolved, b.resolved),
    name: byName,
  };
  return [...rows].sort((a, b) => orders[order](a, b) || b.open - a.open || byName(a, b));
}
