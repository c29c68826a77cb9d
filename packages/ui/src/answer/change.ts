import {
  type Covered,
  fewestAnnounced,
  type Language,
  type MetricName,
  metricOf,
  type Unit,
} from '@hotline-atlas/model';
import { changeSize } from '../format/numbers.ts';
import { numberIn, type Row } from './row.ts';

export interface Change {
  direction: 'up' | 'down' | 'same';
  /** Without a sign: `12.9%`, `0.4 pp`. */
  size: string;
  /** With its sign: `+12.9%`. */
  signed: string;
}

const points: Record<Language, string> = { en: ' pp', zh: '个百分点' };
const signs = { up: '+', down: '\u2212', same: '±' } as const;

/**
 * A change in words. @param amount of shares their difference, of everything else the difference ÷ what it
 * was
 */
export function changeFrom(amount: number, unit: Unit, language: Language): Change {
  const rounded = Math.round(Math.abs(amount) * 1000) / 10;
  const size = changeSize(rounded, language) + (unit === 'share' ? points[language] : '%');
  const direction = rounded === 0 ? 'same' : amount > 0 ? 'up' : 'down';
  return { direction, size, signed: signs[direction] + size };
}

/** How a value moved: shares in percentage points, everything else in per cent of what it was. */
export function changeOf(
  value: number | null,
  before: number | null,
  unit: Unit,
  language: Language,
): Change | null {
  if (value === null || before === null || (unit !== 'share' && before === 0)) return null;
  return changeFrom(unit === 'share' ? value - before : (value - before) / before, unit, language);
}

/**
 * What the API says of how a metric moved: of shares the difference, of everything else the part of what it
 * was; null where nothing can be compared.
 */
export const changeAmount = (row: Row | undefined, metric: MetricName): number | null =>
  numberIn(row, metricOf(metric).unit === 'share' ? `${metric}_change` : `${metric}_change_share`);

/** Cases on the smaller side of a rate, on both sides of a count; null where there is no comparison. */
function casesCompared(row: Row | undefined, metric: MetricName): number | null {
  const { kind } = metricOf(metric);
  const [now, before] = [numberIn(row, `${metric}_paired`), numberIn(row, `${metric}_before_paired`)];
  if (kind === 'sum' || kind === 'distinct_callers')
    return now === null || before === null ? null : now + before;
  const part = kind === 'per_residents' ? 'numerator' : 'denominator';
  const sides = [`${metric}_paired_${part}`, `${metric}_before_paired_${part}`].map((name) =>
    numberIn(row, name),
  );
  const known = sides.filter((cases) => cases !== null);
  if (known.length < sides.length) return null;
  return kind === 'per_residents' ? known.reduce((sum, cases) => sum + cases, 0) : Math.min(...known);
}

/** Whether a comparison rests on too few cases to be told. */
export function isFewCompared(row: Row | undefined, metric: MetricName): boolean {
  const cases = casesCompared(row, metric);
  return cases !== null && cases < fewestAnnounced;
}

/**
 * How a metric moved by the one rule of comparison; null where nothing can be compared, or where too few
 * cases tell.
 */
export function changeIn(row: Row | undefined, metric: MetricName, language: Language): Change | null {
  const amount = changeAmount(row, metric);
  if (amount === null || isFewCompared(row, metric)) return null;
  return changeFrom(amount, metricOf(metric).unit, language);
}

/** Whether a change has to be told per day: the compared days are not simply those of both periods. */
export const isPerDay = ({ paired }: Covered, unit: Unit): boolean =>
  (unit === 'count' || unit === 'per_10k') &&
  paired !== null &&
  (paired.adjusted !== 'none' || paired.left_out.length > 0);
