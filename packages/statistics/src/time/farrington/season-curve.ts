import { fitLevels, type LevelFit } from './fit-levels.ts';
import type { FarringtonHistory } from './history.ts';
import { type LevelSpans, levelSpans, type RecentSpan } from './level-spans.ts';
import { outbreakWeights, residualsOf } from './reweight.ts';

/**
 * The season of a series week by week, and how its level has moved: what smaller series like it are held to.
 */
export interface SeasonCurve {
  /** Shape steps: factor of each step before the newest. */
  past: Float64Array;
  /**
   * Of the newest: the highest of the week before, the same and the next, for a season comes early or late.
   */
  now: number;
  /** Past cases of those weeks that `now` rests on. */
  cases: number;
  /** Level of the recent weeks over that before it; null where there are too few cases to tell. */
  growth: number | null;
}

const weeksInYear = 52.1775;
/** Cases with which a week is held to the factor of its season. */
const casesOfNoWeek = 5;
/** Weeks beside a week tell half as much of it. */
const besideWeight = 0.5;
const reweightAbove = 2.58;

/** Weeks since the latest same week of the year before a distance of steps from the present, 0 … 51. */
const phaseOf = (back: number): number => {
  const phase = Math.round(back - weeksInYear * Math.floor(back / weeksInYear));
  return phase > 51 ? 0 : phase;
};

/**
 * How the weeks of the year differ, from a series with many cases: the factor of the season (as in
 * `recentLevelAlarm`) times that of the single week, drawn to 1 where the weeks of the years hold few cases.
 * Seven weeks in one, as Farrington's windows are, make a sharp edge (the first day of heating) look like an
 * outbreak.
 *
 * @param counts counts at equal steps of a week, NaN where one is missing or left out
 * @param history `farringtonHistory` with `leftOut` 0
 */
export function seasonCurve(counts: Float64Array, history: FarringtonHistory, span: RecentSpan): SeasonCurve {
  const { current } = history;
  const spans = levelSpans(counts, history, span);
  const even = new Float64Array(spans.counts.length).fill(1);
  const trend = trendWithin(spans, fitLevels(spans, even));
  const first = withWeeks(spans, trend, even, current, 1);
  const again = fitLevels(spans, even, 1, first.known);
  const weights = outbreakWeights(residualsOf(spans.counts, again), reweightAbove);
  const { fit, weeks, known } = withWeeks(spans, trend, weights, current, again.dispersion);
  const past = new Float64Array(current).fill(1);
  spans.positions.forEach((t, i) => {
    past[t] = (fit.seasons[spans.groups[i] ?? 0] ?? 1) * (known.past[i] ?? 1);
  });
  const now = Math.max(...[51, 0, 1].map((phase) => weeks.factor[phase] ?? 1));
  const last = fitLevels(spans, weights, again.dispersion, { past: known.past, now });
  return { past, now: (fit.seasons[0] ?? 1) * now, cases: weeks.cases[0] ?? 0, growth: growthOf(last) };
}

/** Levels and seasons, and on top of them what is particular to single weeks. */
function withWeeks(
  spans: LevelSpans,
  trend: Float64Array,
  weights: Float64Array,
  current: number,
  dispersion: number,
) {
  const fit = fitLevels(spans, weights, dispersion, { past: trend, now: 1 });
  const weeks = weekFactors(spans, fit, weights, current, casesOfNoWeek * dispersion);
  const past = trend.map(
    (factor, i) => factor * (weeks.factor[phaseOf(current - (spans.positions[i] ?? 0))] ?? 1),
  );
  return { fit, weeks, known: { past, now: weeks.factor[0] ?? 1 } };
}

function weekFactors(
  spans: LevelSpans,
  { fitted }: LevelFit,
  weights: Float64Array,
  current: number,
  prior: number,
): { factor: Float64Array; cases: Float64Array } {
  const [seen, mass] = [new Float64Array(52).fill(prior), new Float64Array(52).fill(prior)];
  spans.positions.forEach((t, i) => {
    const phase = phaseOf(current - t);
    for (const beside of [-1, 0, 1]) {
      const weight = (weights[i] ?? 0) * (beside === 0 ? 1 : besideWeight);
      const at = (phase + beside + 52) % 52;
      seen[at] = (seen[at] ?? 0) + weight * (spans.counts[i] ?? 0);
      mass[at] = (mass[at] ?? 0) + weight * (fitted[i] ?? 0);
    }
  });
  return { factor: seen.map((cases, at) => cases / (mass[at] ?? 1)), cases: seen };
}

/**
 * How the level rises or falls within each of the older years, along straight lines of its logarithm from the
 * middle of one to the middle of the next: what grows all year would otherwise look like a season that is low
 * at the beginning of a year and high at its end.
 */
function trendWithin({ levels, positions, older }: LevelSpans, { level }: LevelFit): Float64Array {
  const middles = Float64Array.from(level, (_, at) => {
    const own = positions.filter((_, i) => levels[i] === at);
    return own.reduce((sum, t) => sum + t, 0) / Math.max(1, own.length);
  });
  const slopeBetween = (one: number, other: number): number | null => {
    const [from = 0, to = 0] = [level[one], level[other]];
    const apart = (middles[other] ?? 0) - (middles[one] ?? 0);
    return one >= older && other < level.length && from > 0 && to > 0 && apart !== 0
      ? Math.log(to / from) / apart
      : null;
  };
  return Float64Array.from(positions, (t, i) => {
    const at = levels[i] ?? 0;
    const fromMiddle = t - (middles[at] ?? 0);
    const [newer, previous] = [slopeBetween(at - 1, at), slopeBetween(at, at + 1)];
    const slope = (fromMiddle > 0 ? (newer ?? previous) : (previous ?? newer)) ?? 0;
    return at >= older ? Math.exp(slope * fromMiddle) : 1;
  });
}

function growthOf({ recent, before }: LevelFit): number | null {
  if (!(before > 0) || !(recent.exposure > 0) || recent.cases < casesOfNoWeek) return null;
  return recent.cases / recent.exposure / before;
}
