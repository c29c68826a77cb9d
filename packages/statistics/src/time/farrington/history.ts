import { requireWhole, UnusableSeries } from '../unusable-series.ts';
import { referencePositions } from './reference-dates.ts';

/** Which past counts a date is compared with: the same for every series, so made once a date. */
export interface FarringtonHistory {
  current: number;
  /** Positions in the series, ascending. */
  positions: Int32Array;
  /** Their distance from the present in steps, negative. */
  times: Float64Array;
  /** Seasonal group of each; group 0 is that of the present. */
  groups: Uint8Array;
  groupCount: number;
  /** Years back that the series reaches. */
  years: number;
}

export interface FarringtonHistoryOptions {
  /** Years back, 5 by default; fewer where the series is shorter. */
  years?: number;
  /** Steps either side of the same date of a past year, 3 by default. */
  halfWindow?: number;
  /** Seasonal groups of a year, the windows being one: 10 by default; 1 takes the windows alone. */
  seasons?: number;
  /** Steps before the present left out, so that an outbreak does not hide itself: 26 by default. */
  leftOut?: number;
}

/**
 * The past counts of Farrington's method: with several seasons all of the years back, in windows around the
 * date and blocks of even length between them; with one the windows alone.
 *
 * @param days n days since 1970-01-01 at equal steps of 7 (recommended) or 1
 * @param current position of the count to judge
 * @throws UnusableSeries where the series does not reach back a year and a half window
 *
 * Farrington et al. (1996), 3.2; Noufaily et al. (2013), 2.1.
 */
export function farringtonHistory(
  days: Int32Array,
  current: number,
  { years = 5, halfWindow = 3, seasons = 10, leftOut = 26 }: FarringtonHistoryOptions = {},
): FarringtonHistory {
  requireWhole(years, 1, 'The number of years');
  requireWhole(halfWindow, 0, 'The half window');
  requireWhole(seasons, 1, 'The number of seasons');
  const references = referencePositions(days, current, years).filter((position) => position >= halfWindow);
  if (references.length === 0)
    throw new UnusableSeries(
      'too-short',
      'Farrington’s method compares with the same weeks of past years, and this series is younger than one; use recentMeanAlarm.',
    );
  const groups = groupsOf(current, references, halfWindow, seasons);
  const positions = Int32Array.from(groups.keys()).filter(
    (position) => groups[position] !== unused && position < current - leftOut,
  );
  return {
    current,
    positions,
    times: Float64Array.from(positions, (position) => position - current),
    groups: Uint8Array.from(positions, (position) => groups[position] ?? 0),
    groupCount: seasons,
    years: references.length,
  };
}

const unused = 255;

/** Group of every step before the present: 0 in the windows, 1, 2, … from each window to the next. */
function groupsOf(current: number, references: Int32Array, halfWindow: number, seasons: number): Uint8Array {
  const groups = new Uint8Array(current + 1).fill(unused);
  let next = current;
  for (const reference of references) {
    groups.fill(0, reference - halfWindow, reference + halfWindow + 1);
    if (seasons > 1) fillBlocks(groups, reference + halfWindow + 1, next - halfWindow, seasons - 1);
    next = reference;
  }
  return groups;
}

/** Blocks of even length, the first ones a step longer where it does not come out even. */
function fillBlocks(groups: Uint8Array, from: number, to: number, blocks: number): void {
  const length = Math.floor((to - from) / blocks);
  const longer = (to - from) % blocks;
  let start = from;
  for (let block = 1; block <= blocks; block++) {
    const end = start + length + (block <= longer ? 1 : 0);
    groups.fill(block, start, end);
    start = end;
  }
}
