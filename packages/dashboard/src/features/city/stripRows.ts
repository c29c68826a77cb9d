import {
  type Answer,
  type Change,
  type ChangeMark,
  type Interval,
  type MetricName,
  metricOf,
} from '@hotline-atlas/model';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { fewestCases, shareInterval } from '@hotline-atlas/ui/answer/shareInterval.ts';
import type { StripOrder } from './address.ts';

/** A share of a district with how sure it is. */
interface Level {
  value: number;
  numerator: number;
  cases: number;
  interval: Interval | null;
  tooFew: boolean;
}

/** How the measure chosen moved in a district: shares in points, counts in parts of what they were. */
interface Moved {
  amount: number | null;
  lower: number | null;
  upper: number | null;
  mark: ChangeMark;
}

/** A district in the strip. */
export interface StripRow {
  code: string;
  appeals: number;
  /** Appeals per 10,000 residents; appeals where residents are not known. */
  volume: number | null;
  level: Level | null;
  moved: Moved | null;
}

/** The strip: districts, and appeals whose district is not known. */
export interface Strip {
  rows: StripRow[];
  unknown: number;
  all: number;
}

function levelOf(row: Answer['rows'][number]): Level | null {
  const [numerator, cases] = [
    numberIn(row, 'resolution_rate_numerator'),
    numberIn(row, 'resolution_rate_denominator'),
  ];
  if (numerator === null || cases === null || cases === 0) return null;
  return {
    ...{ value: numerator / cases, numerator, cases },
    interval: shareInterval(numerator, cases),
    tooFew: cases < fewestCases,
  };
}

/**
 * The mark of a district. Of a month that is not final the judgement calls every change provisional: only
 * those beyond chance so far are told, the others can be chance.
 */
function markOf({ groups, meta }: Change, at: number): ChangeMark {
  const mark = groups.mark[at] ?? 'chance';
  if (mark !== 'provisional') return mark;
  const q = groups.q[at] ?? null;
  return q !== null && q <= meta.level ? 'provisional' : 'chance';
}

/** Whether a mark says more than chance, be it for good or so far. */
export const isTold = (mark: ChangeMark | undefined): boolean =>
  mark === 'beyond_chance' || mark === 'provisional';

function movedBy(change: Change | undefined, metric: MetricName): Map<string, Moved> {
  if (!change) return new Map();
  const { groups } = change;
  const isShare = metricOf(metric).unit === 'share';
  return new Map(
    groups.group.map((code, at) => [
      code,
      {
        amount: (isShare ? groups.change : groups.change_share)[at] ?? null,
        lower: (isShare ? groups.change_lower : groups.share_lower)[at] ?? null,
        upper: (isShare ? groups.change_upper : groups.share_upper)[at] ?? null,
        mark: markOf(change, at),
      },
    ]),
  );
}

/** Districts with volume, level and change; what has no district apart. */
export function stripOf(answer: Answer, change: Change | undefined, metric: MetricName): Strip {
  const moved = movedBy(change, metric);
  const hasResidents = answer.meta.columns.some(({ name }) => name === 'per_10k_residents');
  const all = answer.rows.map((row): StripRow => {
    const code = textIn(row, 'district');
    return {
      code,
      appeals: numberIn(row, 'appeals') ?? 0,
      volume: numberIn(row, hasResidents ? 'per_10k_residents' : 'appeals'),
      level: levelOf(row),
      moved: moved.get(code) ?? null,
    };
  });
  const sum = (rows: readonly StripRow[]) => rows.reduce((total, { appeals }) => total + appeals, 0);
  return {
    rows: all.filter(({ code }) => code !== ''),
    unknown: sum(all.filter(({ code }) => code === '')),
    all: sum(all),
  };
}

/** What a row is sorted by; null goes last, whichever way. */
function keyOf(row: StripRow, column: string): number | null {
  if (column === 'volume') return row.volume;
  if (column === 'level') return row.level && !row.level.tooFew ? row.level.value : null;
  return row.moved && row.moved.mark !== 'too_few' ? row.moved.amount : null;
}

/** The rows in an order: what is not known or rests on too few comes last. */
export function sortStrip(
  rows: readonly StripRow[],
  order: StripOrder,
  nameOf: (code: string) => string,
  language: string,
): StripRow[] {
  const [column, sign] = order.startsWith('-') ? [order.slice(1), -1] : [order, 1];
  const byName = (a: StripRow, b: StripRow) => nameOf(a.code).localeCompare(nameOf(b.code), language);
  return [...rows].sort((a, b) => {
    if (column === 'name') return sign * byName(a, b);
    const [one, other] = [keyOf(a, column), keyOf(b, column)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

const roundSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

/** The least round number that is not below a value. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return (roundSteps.find((each) => each * size >= value * 0.999) ?? 10) * size;
}

/** The middle one of some values. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * How far a scale of changes reaches to either side: as far as the largest change that rests on enough, and
 * half of the usual interval.
 */
export function changeReach(rows: readonly StripRow[]): number {
  const told = rows.flatMap(({ moved }) =>
    moved?.amount != null && moved.mark !== 'too_few' ? [moved] : [],
  );
  const most = Math.max(0, ...told.map(({ amount }) => Math.abs(amount ?? 0)));
  const half = median(
    told.map(({ lower, upper, amount }) => (lower === null ? 0 : ((upper ?? amount ?? 0) - lower) / 2)),
  );
  return roundUp(Math.max(most * 1.05, half, 0.001));
}
