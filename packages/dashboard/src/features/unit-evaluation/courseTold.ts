import type { Language } from '@hotline-atlas/model';
import type { CourseLine, CoursePoint, Scale } from './courseRows.ts';
import { scaleOf } from './courseRows.ts';
import { pointsText, rankRange, rateText } from './numbers.ts';

/** A value of a line in words, and its interval. */
export interface CourseTold {
  value: string;
  interval: string;
}

/** What a line says of a month. @param decimals of points */
export function toldOf(
  kind: CourseLine['kind'],
  point: CoursePoint,
  decimals: number,
  language: Language,
): CourseTold {
  const { value, lower, upper } = point;
  const known = value !== null && lower !== null && upper !== null;
  if (kind === 'rank')
    return {
      value: value === null ? '\u2013' : String(value),
      interval: known ? rankRange(lower, upper) : '',
    };
  const text = (each: number | null) =>
    kind === 'rate' ? rateText(each, language) : pointsText(each, decimals);
  return { value: text(value), interval: known ? `${text(lower)}\u2013${text(upper)}` : '' };
}

/** The axis of a score, a rank or a rate, from all lines of that name. @param ranked units at the most */
export function scaleOfLine(
  { kind, name }: Pick<CourseLine, 'kind' | 'name'>,
  lines: readonly CourseLine[],
  ranked: number,
): Scale | null {
  const points = lines
    .filter((line) => line.kind === kind && line.name === name)
    .flatMap((line) => line.points);
  if (kind === 'rank')
    return points.some(({ value }) => value !== null) ? { low: 1, high: Math.max(2, ranked) } : null;
  if (kind === 'rate') return scaleOf(points, 0.05, { low: 0, high: 1 });
  return scaleOf(points, 5, { low: 0, high: Number.POSITIVE_INFINITY });
}

/** Both ends of an axis in words, the upper end first. */
export function endsOf(kind: CourseLine['kind'], { low, high }: Scale, language: Language): [string, string] {
  if (kind === 'rank') return [String(low), String(high)];
  const text = (value: number) =>
    kind === 'rate'
      ? `${Math.round(value * 100)}%`
      : value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-US');
  return [text(high), text(low)];
}
