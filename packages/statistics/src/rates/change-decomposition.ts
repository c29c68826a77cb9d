/** Cases and all they are counted among, by group, at one time; shapes groups. */
export interface Composition {
  counts: Float64Array;
  populations: Float64Array;
}

/** Why a rate moved; shapes groups; all parts add up to the change. */
export interface RateChange {
  before: number;
  after: number;
  change: number;
  /** Part of each group because its own rate moved. */
  rateEffects: Float64Array;
  /** Part of each group because its share of the whole moved. */
  compositionEffects: Float64Array;
}

/** How a total moved; shapes groups. */
export interface CountChange {
  before: number;
  after: number;
  change: number;
  /** After less before, of each group; they add up to the change. */
  contributions: Float64Array;
  /**
   * Contribution as a share of the total before: percentage points of its growth. NaN where the total was 0.
   */
  growthPoints: Float64Array;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function checkGroups(one: Float64Array, ...others: Float64Array[]): void {
  if (others.some(({ length }) => length !== one.length))
    throw new RangeError(
      'Before and after need the same groups in the same order; give 0 for a group that is missing.',
    );
  if (![one, ...others].every((values) => values.every((value) => value >= 0 && Number.isFinite(value))))
    throw new RangeError(
      'Counts and populations must be finite and not negative; give 0 for a group that is missing.',
    );
}

/** Rates of groups; a group that is empty at one time is taken to have had its rate of the other time. */
function ratesOf(one: Composition, other: Composition): Float64Array {
  const rate = ({ counts, populations }: Composition, group: number): number =>
    (populations[group] ?? 0) > 0 ? (counts[group] ?? 0) / (populations[group] ?? 1) : Number.NaN;
  return one.counts.map((_, group) => {
    const own = rate(one, group);
    return Number.isNaN(own) ? rate(other, group) || 0 : own;
  });
}

/**
 * Splits the change of a rate into "the groups did better or worse" and "the mix of groups changed", with no
 * rest: each effect is taken at the mean of both times. A group that comes or goes counts as composition
 * only.
 *
 * Kitagawa, E. M. (1955), J. Am. Stat. Assoc. 50, 1168-1194; two factors of Das Gupta, P. (1993),
 * Standardization and Decomposition of Rates, U.S. Bureau of the Census P23-186.
 *
 * @throws RangeError for groups that differ, or a time without any population
 */
export function rateChange(before: Composition, after: Composition): RateChange {
  checkGroups(before.counts, before.populations, after.counts, after.populations);
  const [peopleBefore, peopleAfter] = [total(before.populations), total(after.populations)];
  if (peopleBefore === 0 || peopleAfter === 0)
    throw new RangeError('A rate needs something it is counted among, before and after.');
  const [ratesBefore, ratesAfter] = [ratesOf(before, after), ratesOf(after, before)];
  const shareBefore = before.populations.map((size) => size / peopleBefore);
  const shareAfter = after.populations.map((size) => size / peopleAfter);
  const halfSum = (one: Float64Array, other: Float64Array, group: number) =>
    ((one[group] ?? 0) + (other[group] ?? 0)) / 2;
  const [rateBefore, rateAfter] = [total(before.counts) / peopleBefore, total(after.counts) / peopleAfter];
  return {
    before: rateBefore,
    after: rateAfter,
    change: rateAfter - rateBefore,
    rateEffects: ratesAfter.map(
      (rate, group) => (rate - (ratesBefore[group] ?? 0)) * halfSum(shareBefore, shareAfter, group),
    ),
    compositionEffects: shareAfter.map(
      (share, group) => (share - (shareBefore[group] ?? 0)) * halfSum(ratesBefore, ratesAfter, group),
    ),
  };
}

/**
 * What each group contributes to the change of a total.
 *
 * @param before shape groups
 * @param after shape groups, same order
 * @throws RangeError for groups that differ
 */
export function countChange(before: Float64Array, after: Float64Array): CountChange {
  checkGroups(before, after);
  const [sumBefore, sumAfter] = [total(before), total(after)];
  const contributions = after.map((count, group) => count - (before[group] ?? 0));
  return {
    before: sumBefore,
    after: sumAfter,
    change: sumAfter - sumBefore,
    contributions,
    growthPoints: contributions.map((part) => (sumBefore === 0 ? Number.NaN : part / sumBefore)),
  };
}
