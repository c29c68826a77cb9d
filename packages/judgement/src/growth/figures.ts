import type { ChangeMark } from '@hotline-atlas/model';
import {
  drawnDispersion,
  type EarlierSpread,
  earlierSpread,
  falseDiscovery,
  type UsualLevel,
  usualBounds,
  usualP,
} from '@hotline-atlas/statistics';

/** Counts of one cell or total with their exposures: the judged period first, then the earlier ones. */
export interface Counted {
  counts: Float64Array;
  exposures: Float64Array;
}

/** What is known of one cell or total. */
export interface Figure {
  now: number;
  /** NaN without history. */
  usual: number;
  /** Counted in all earlier periods together. */
  earlier: number;
  /** Null without history. */
  level: UsualLevel | null;
  p: number;
  q: number;
  mark: ChangeMark;
}

/** How cells or totals are judged together. */
export interface Family {
  /** Earlier periods; with fewer than are needed nothing is said. */
  periods: number;
  fewestPeriods: number;
  /** Fewer appeals in all periods together are not tested. */
  fewest: number;
  level: number;
}

/** A cell or total as it is judged. */
export interface Spread extends EarlierSpread {
  now: number;
  /** Exposure of now ÷ of the earlier periods. */
  share: number;
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** How the counts of a cell or total are spread over its periods. */
export function spreadOf({ counts, exposures }: Counted): Spread {
  const earlier = exposures.subarray(1);
  return {
    ...earlierSpread(counts.subarray(1), earlier),
    now: counts[0] ?? 0,
    share: (exposures[0] ?? 0) / sum(earlier),
  };
}

const withoutHistory = ({ now, total }: Spread): Figure => ({
  now,
  usual: Number.NaN,
  earlier: total,
  level: null,
  p: Number.NaN,
  q: Number.NaN,
  mark: 'too_few',
});

/** One cell or total; its q and mark follow when all are known. */
function figureOf(
  { now, share, ...spread }: Spread,
  variance: number | null,
  { periods, fewest }: Family,
): Figure {
  const level: UsualLevel = {
    earlier: spread.total,
    share,
    dispersion: drawnDispersion(spread, variance ?? 0, periods),
  };
  const isTested = variance !== null && now + spread.total >= fewest;
  return {
    now,
    usual: spread.total * share,
    earlier: spread.total,
    level,
    p: isTested ? usualP(now, level) : Number.NaN,
    q: Number.NaN,
    mark: 'too_few',
  };
}

/**
 * Judges cells or totals, with false discoveries controlled over all of them that are tested.
 * @param varianceOfEach beside chance; null for what is not to be tested
 */
export function judged(
  all: readonly Spread[],
  varianceOfEach: (at: number) => number | null,
  family: Family,
): Figure[] {
  if (family.periods < family.fewestPeriods) return all.map(withoutHistory);
  const figures = all.map((spread, at) => figureOf(spread, varianceOfEach(at), family));
  const { q } = falseDiscovery(Float64Array.from(figures, ({ p }) => p));
  return figures.map((figure, at) => {
    const own = q[at] ?? Number.NaN;
    const isTold = own <= family.level;
    return { ...figure, q: own, mark: Number.isNaN(own) ? 'too_few' : isTold ? 'beyond_chance' : 'chance' };
  });
}

/** What is more than usual in a figure that is beyond chance; 0 in others. */
export const growthOf = ({ mark, now, usual }: Figure): number =>
  mark === 'beyond_chance' ? Math.max(0, now - usual) : 0;

/** Whether there was no more than one appeal in all earlier periods, and now there are beyond chance. */
export const isNew = ({ mark, now, earlier }: Figure, fewestNew: number): boolean =>
  mark === 'beyond_chance' && earlier <= 1 && now >= fewestNew;

/** Columns of figures as they are told; what cannot be said is NaN. */
export interface Figures {
  now: number[];
  usual: number[];
  lower: number[];
  upper: number[];
  p: number[];
  q: number[];
  mark: (ChangeMark | null)[];
  is_new: boolean[];
}

/** A figure, or the sum of what is not shown. */
export type Told = Figure | { now: number; usual: number };

/** Figures in columns; rests have sums alone. */
export function inColumns(figures: readonly Told[], fewestNew: number): Figures {
  const known = figures.map((figure) => ('mark' in figure ? figure : null));
  const bounds = known.map((figure) => (figure?.level ? usualBounds(figure.level) : null));
  return {
    now: figures.map(({ now }) => now),
    usual: figures.map(({ usual }) => usual),
    lower: bounds.map((each) => each?.lower ?? Number.NaN),
    upper: bounds.map((each) => each?.upper ?? Number.NaN),
    p: known.map((figure) => figure?.p ?? Number.NaN),
    q: known.map((figure) => figure?.q ?? Number.NaN),
    mark: known.map((figure) => figure?.mark ?? null),
    is_new: known.map((figure) => (figure ? isNew(figure, fewestNew) : false)),
  };
}
