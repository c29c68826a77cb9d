/** How much more a group varies between periods than chance explains, and how well that is known. */
export interface UsualDispersion {
  /** Variance as a multiple of that of chance, at least 1. */
  factor: number;
  /** Degrees of freedom it was estimated with. */
  freedom: number;
}

/** What a table holds off what chance expects, squared, and the variance of chance. */
interface Deviation {
  squared: number;
  variance: number;
  /** How many deviations that stand alone tell as much. */
  weight: number;
}

/**
 * Neighbouring steps share two of the three steps of their deviations: so many tell as much as one that
 * stands alone.
 */
const neighboursShare = 1.94;

/** Squared deviations beyond three standard deviations count as three: a few outbreaks are no dispersion. */
const mostSquared = 9;
const steps = 30;
/** A count in a 2 × 2 table against what its margins expect (hypergeometric). */
function ofTable(one: number, two: number, three: number, four: number): Omit<Deviation, 'weight'> {
  const all = one + two + three + four;
  if (all < 2) return { squared: 0, variance: 0 };
  const [row, column] = [one + two, one + three];
  const expected = (row * column) / all;
  const variance = (((expected * (all - row)) / all) * (all - column)) / (all - 1);
  return { squared: (one - expected) ** 2, variance };
}

/** A count against its part of the count of some longer time (binomial). */
function ofPart(count: number, beside: number, part: number): Omit<Deviation, 'weight'> {
  const all = count + beside;
  return { squared: (count - all * part) ** 2, variance: all * part * (1 - part) };
}

function solved(deviations: readonly Deviation[]): number {
  const variance = deviations.reduce((sum, each) => sum + each.variance, 0);
  let factor = deviations.reduce((sum, each) => sum + each.squared, 0) / variance;
  for (let step = 0; step < steps; step++) {
    const most = mostSquared * factor;
    const sum = deviations.reduce((all, each) => all + Math.min(each.squared, most * each.variance), 0);
    factor = sum / variance;
  }
  return Math.max(1, factor);
}

function dispersionOf(deviations: readonly Deviation[]): UsualDispersion | null {
  const told = deviations.filter(({ variance }) => variance > 0);
  const sum = told.reduce((all, { variance }) => all + variance, 0);
  const squares = told.reduce((all, { variance, weight }) => all + variance ** 2 / weight, 0);
  const freedom = squares > 0 ? sum ** 2 / squares / neighboursShare : 0;
  return freedom >= leastFreedom ? { factor: solved(told), freedom } : null;
}

/** With less, the spread of a group is not known. */
const leastFreedom = 2;

/** A step, and the two around it; NaN where one has no data. */
const stepOf = (values: Float64Array, step: number): number => values[step] ?? Number.NaN;
const aroundOf = (values: Float64Array, step: number): number =>
  stepOf(values, step - 1) + stepOf(values, step + 1);

/** Deviations of the steps that may have both neighbours. */
const deviationsOf = (length: number, at: (step: number) => Deviation): Deviation[] =>
  Array.from({ length: Math.max(0, length - 2) }, (_, index) => at(index + 1));

/**
 * A step and its neighbours in all other years in which all three have data, together; and how many years
 * those are.
 */
function otherYears(counts: Float64Array, step: number, year: number) {
  const sum = { own: 0, around: 0, years: 0 };
  for (let other = step % year; other < counts.length; other += year) {
    const [own, around] = [stepOf(counts, other), aroundOf(counts, other)];
    if (other === step || Number.isNaN(own + around)) continue;
    sum.own += own;
    sum.around += around;
    sum.years += 1;
  }
  return sum;
}

/**
 * A step beside its neighbours, and the same steps in the other years: what years have in common, season and
 * level, cancels out.
 */
const besideYears = (counts: Float64Array, year: number) => (step: number) => {
  const { own, around, years } = otherYears(counts, step, year);
  // Deviations of the same step add up to nothing over all years.
  const weight = years / (years + 1);
  return { ...ofTable(stepOf(counts, step), aroundOf(counts, step), own, around), weight };
};

const besideNeighbours = (counts: Float64Array, days: Float64Array) => (step: number) => ({
  ...ofPart(
    stepOf(counts, step),
    aroundOf(counts, step),
    stepOf(days, step) / (stepOf(days, step) + aroundOf(days, step)),
  ),
  weight: 1,
});

/**
 * How much more a group's counts of longer steps vary than Poisson counts: each step against the steps around
 * it, as the same steps of the other years were (2 × 2 tables, so that level, growth and season cancel out);
 * against the steps around it alone where there are no other years, which takes season for spread. Steps are
 * to be long beside how long a bustle lasts: then what days have in common is in the factor. At least 1.
 *
 * Quasi-likelihood: McCullagh, P. & Nelder, J. A. (1989), Generalized Linear Models, 6.2; degrees of freedom:
 * Satterthwaite (1946).
 *
 * @param counts shape steps, in order without holes; NaN where a step has no data
 * @param days shape steps, length of each
 * @param year steps a year
 * @returns null where the history is too short to tell
 */
export function usualCountDispersion(
  counts: Float64Array,
  days: Float64Array,
  year: number,
): UsualDispersion | null {
  const yearly = dispersionOf(deviationsOf(counts.length, besideYears(counts, year)));
  return yearly ?? dispersionOf(deviationsOf(counts.length, besideNeighbours(counts, days)));
}

/**
 * How much more a group's shares of longer steps vary than binomial shares: each step against the steps
 * around it (2 × 2 tables). At least 1.
 *
 * @param successes shape steps, in order without holes; NaN where a step has no data
 * @param trials shape steps
 * @returns null where the history is too short to tell
 */
export function usualShareDispersion(successes: Float64Array, trials: Float64Array): UsualDispersion | null {
  const failures = trials.map((all, step) => all - stepOf(successes, step));
  return dispersionOf(
    deviationsOf(trials.length, (step) => ({
      ...ofTable(
        stepOf(successes, step),
        stepOf(failures, step),
        aroundOf(successes, step),
        aroundOf(failures, step),
      ),
      weight: 1,
    })),
  );
}
