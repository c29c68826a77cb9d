import {
  type CourseMonth,
  type CourseUnit,
  type EvaluationCourse,
  inLanguage,
  type Language,
} from '@hotline-atlas/model';

/** One month of a line; null where it is not known. */
export interface CoursePoint {
  value: number | null;
  lower: number | null;
  upper: number | null;
  provisional: boolean;
}

/** What is drawn over the months: the score, the rank, or a rate. */
export interface CourseLine {
  name: string;
  label: string;
  kind: 'score' | 'rank' | 'rate';
  points: CoursePoint[];
}

/** Months in which other rules began to hold than in the month before. */
export interface SchemeChange {
  /** The first month by the new scheme, by its place. */
  at: number;
  before: string | null;
  after: string | null;
}

/** Where the rules changed; the end and the beginning of a gap are changes, too. */
export const schemeChanges = (months: readonly Pick<CourseMonth, 'scheme'>[]): SchemeChange[] =>
  months.flatMap(({ scheme }, at) => {
    const before = months[at - 1]?.scheme ?? null;
    return at === 0 || before === scheme ? [] : [{ at, before, after: scheme }];
  });

interface LineWords {
  score: string;
  rank: string;
}

/** The lines of one unit: score and rank, then each rate that was measured in some month. */
export function linesOf(
  { months, indicators }: Pick<EvaluationCourse, 'months' | 'indicators'>,
  unit: CourseUnit,
  words: LineWords,
  language: Language,
): CourseLine[] {
  const points = (
    value: readonly (number | null)[],
    lower: readonly (number | null)[],
    upper: readonly (number | null)[],
    isProvisional: (at: number) => boolean,
  ): CoursePoint[] =>
    months.map((_, at) => ({
      value: value[at] ?? null,
      lower: lower[at] ?? null,
      upper: upper[at] ?? null,
      provisional: isProvisional(at),
    }));
  const ofMonth = (at: number) => months[at]?.provisional ?? false;
  const rates = indicators.flatMap(({ name, label, measured, ripeness }, index): CourseLine[] => {
    const told = unit.indicators[index];
    if (!told || !measured.some((each) => each === true)) return [];
    const unripe = (at: number) => ripeness[at]?.state === 'provisional';
    return [
      {
        ...{ name, kind: 'rate', label: inLanguage(label, language) },
        points: points(told.rate, told.lower, told.upper, unripe),
      },
    ];
  });
  return [
    {
      ...{ name: 'score', kind: 'score', label: words.score },
      points: points(unit.score, unit.score_lower, unit.score_upper, ofMonth),
    },
    {
      ...{ name: 'rank', kind: 'rank', label: words.rank },
      points: points(unit.rank, unit.rank_first, unit.rank_last, ofMonth),
    },
    ...rates,
  ];
}

/**
 * Unbroken pieces of a line, as places of its months: a month without a value, and a change of rules, breaks
 * it.
 */
export function piecesOf(points: readonly CoursePoint[], breaks: readonly number[]): number[][] {
  const pieces: number[][] = [];
  points.forEach(({ value }, at) => {
    if (value === null) return;
    const last = pieces.at(-1);
    if (last && last.at(-1) === at - 1 && !breaks.includes(at)) last.push(at);
    else pieces.push([at]);
  });
  return pieces;
}

/** Both ends of an axis. */
export interface Scale {
  low: number;
  high: number;
}

/** An axis for points of some lines, from a whole step below to one above; null where nothing is known. */
export function scaleOf(points: readonly CoursePoint[], step: number, bounds: Scale): Scale | null {
  const known = points.flatMap(({ value, lower, upper }) =>
    [value, lower, upper].filter((each) => each !== null),
  );
  if (known.length === 0) return null;
  const low = Math.max(bounds.low, Math.floor(Math.min(...known) / step) * step);
  const high = Math.min(bounds.high, Math.ceil(Math.max(...known) / step) * step);
  return { low, high: high > low ? high : low + step };
}
