import { type Answer, type Interval, type MetricName, metricOf } from '@hotline-atlas/model';
import { changeAmount, isFewCompared } from './change.ts';
import { metricIn } from './columns.ts';
import { isProvisional } from './provisional.ts';
import { numberIn, type Row, textIn } from './row.ts';
import { fewestCases, shareInterval } from './shareInterval.ts';

/** One value of a dimension with its figure and how sure it is. */
export interface Ranked {
  code: string;
  value: number | null;
  /** What it would be if it had moved back by its change: the other side in the terms of this one. */
  before: number | null;
  /** The whole period compared with, whatever its days. */
  wholeBefore: number | null;
  /** See `changeAmount`; null also where too few cases tell. */
  change: number | null;
  numerator: number | null;
  /** Cases the figure rests on, where it is not a plain count. */
  cases: number | null;
  interval: Interval | null;
  tooFew: boolean;
}

/** Cases a figure rests on, where it is not a plain count. */
function casesOf(row: Row | undefined, metric: MetricName): number | null {
  const { kind } = metricOf(metric);
  const judged = kind === 'ratio' || kind === 'closing_time_quantile';
  return judged ? numberIn(row, `${metric}_denominator`) : null;
}

/**
 * The other side of a comparison in the terms of this one: what the compared days say, at the size of all
 * days.
 */
function comparableBefore(row: Row | undefined, metric: MetricName): number | null {
  const value = numberIn(row, metric);
  const [now, before] = [numberIn(row, `${metric}_paired`), numberIn(row, `${metric}_before_paired`)];
  if (value === null || now === null || before === null) return null;
  if (metricOf(metric).unit === 'share') return Math.min(1, Math.max(0, value - (now - before)));
  return now === 0 ? before : (value * before) / now;
}

/**
 * The figure of one row.
 * @param provisional whether it will still move, and so takes part in no comparison
 */
export function rankedOf(
  row: Row | undefined,
  code: string,
  metric: MetricName,
  provisional: boolean,
): Ranked {
  const cases = casesOf(row, metric);
  const numerator = numberIn(row, `${metric}_numerator`);
  const isShare = metricOf(metric).unit === 'share';
  return {
    code,
    value: numberIn(row, metric),
    before: provisional ? null : comparableBefore(row, metric),
    wholeBefore: numberIn(row, `${metric}_before`),
    change: provisional || isFewCompared(row, metric) ? null : changeAmount(row, metric),
    numerator,
    cases,
    interval: isShare && cases !== null && numerator !== null ? shareInterval(numerator, cases) : null,
    tooFew: cases !== null && cases < fewestCases,
  };
}

/** Values that name no one thing: the unknown, and whatever is left over. */
export const isRemainder = (code: string): boolean => code === '' || code === 'other';

/**
 * Plain volumes from the largest, judged figures from the worst; remainders and what cannot be judged come
 * last.
 */
export function rank(answer: Answer, dimension: string): Ranked[] {
  const metric = metricIn(answer);
  const sign = metricOf(metric).better === 'up' ? 1 : -1;
  const provisional = isProvisional(answer, metric);
  return answer.rows
    .map((row) => rankedOf(row, textIn(row, dimension), metric, provisional))
    .sort((a, b) => {
      const [x, y] = [standing(a), standing(b)];
      if (x !== y || x === 2) return x - y || (b.cases ?? 0) - (a.cases ?? 0);
      return sign * ((a.value ?? 0) - (b.value ?? 0));
    });
}

/** Judged values come first, remainders then, too small samples last. */
const standing = ({ code, value, tooFew }: Ranked): number =>
  value === null || tooFew ? 2 : isRemainder(code) ? 1 : 0;

/** The ends of an axis. */
export interface Scale {
  low: number;
  high: number;
}

/**
 * The one scale of a column of rows, whatever their level: bars from zero to the largest of all, shares
 * between the ends of their intervals.
 */
export function columnScale(rows: readonly Ranked[], isShare: boolean): Scale {
  if (isShare) return scaleOf(rows);
  return { low: 0, high: Math.max(1e-9, ...rows.flatMap(({ value, before }) => [value ?? 0, before ?? 0])) };
}

/** The ends of a scale for figures that do not begin at zero, a little wider than the values. */
export function scaleOf(ranked: readonly Ranked[]): Scale {
  const sure = ranked.filter((each) => !each.tooFew && each.value !== null);
  const values = sure.flatMap(({ value, interval }) => [
    value ?? 0,
    interval?.lower ?? value ?? 0,
    interval?.upper ?? value ?? 0,
  ]);
  if (values.length === 0) return { low: 0, high: 1 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = niceStep((high - low) / 4 || 0.01);
  return {
    low: Math.max(0, Math.floor(low / step) * step),
    high: Math.min(1, Math.ceil(high / step) * step),
  };
}

/** The next of 1, 2, 5 × a power of ten. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const found = [1, 2, 5, 10].find((factor) => factor * power >= step) ?? 10;
  return found * power;
}
