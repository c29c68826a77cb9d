/** What a method makes of the newest count. */
export interface Alarm {
  observed: number;
  /** The count without anything unusual. */
  expected: number;
  /** The least and the greatest count that are not unusual. */
  lower: number;
  upper: number;
  /** Chance of a count as great as that or greater without anything unusual. */
  p: number;
  /** Chance of a count as small as that or smaller without anything unusual. */
  pBelow: number;
  /** (observed − expected) / (upper − expected): above 1 beyond the threshold. 0 with too few cases. */
  score: number;
  /** Beyond the threshold, and with enough cases to speak of. */
  alarm: boolean;
  /** Whether the last steps hold enough cases for an alarm. */
  enoughCases: boolean;
  /** Variance over mean, at least 1. */
  dispersion: number;
  /** Whether a trend went into the expectation. */
  trend: boolean;
  /** Whether the season did. */
  seasonal: boolean;
  /** Past counts the expectation comes from. */
  n: number;
}

/**
 * The least number of cases in the last `steps` steps, the newest with them, without which there is no alarm.
 */
export interface EnoughCases {
  cases: number;
  steps: number;
}

/** Farrington's own: five cases in four weeks. */
export const fiveInFourWeeks: EnoughCases = { cases: 5, steps: 4 };

export function hasEnoughCases(
  counts: Float64Array,
  current: number,
  { cases, steps }: EnoughCases,
): boolean {
  let sum = 0;
  for (let t = Math.max(0, current - steps + 1); t <= current; t++) sum += counts[t] || 0;
  return sum >= cases;
}

/** Score and verdict from expectation and threshold. */
export function judge(observed: number, expected: number, upper: number, enoughCases: boolean) {
  const room = upper > expected ? upper - expected : 1;
  return {
    observed,
    expected,
    upper,
    enoughCases,
    score: enoughCases ? (observed - expected) / room : 0,
    alarm: enoughCases && observed > upper,
  };
}
