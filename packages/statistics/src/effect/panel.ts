/** Outcomes of units by period: index = unit · periods + period. The first periods lie before the work. */
export interface Panel {
  units: number;
  periods: number;
  /** How many of the periods lie before. */
  before: number;
  values: Float64Array;
}

/** One unit against its control. */
export interface Gap {
  /** By period: actual less control. */
  gap: Float64Array;
  /** Root mean square of the gap before, and after. */
  preError: number;
  postError: number;
  /** Mean gap after. */
  effect: number;
}

/** The periods of one unit. */
export const seriesOfUnit = ({ periods, values }: Panel, unit: number): Float64Array =>
  values.subarray(unit * periods, (unit + 1) * periods);

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const rootMeanSquare = (values: Float64Array): number => Math.sqrt(meanOf(values.map((value) => value ** 2)));

/** Says of a gap how large it is before and after. */
export function gapOf(gap: Float64Array, before: number): Gap {
  const [early, late] = [gap.subarray(0, before), gap.subarray(before)];
  return { gap, preError: rootMeanSquare(early), postError: rootMeanSquare(late), effect: meanOf(late) };
}
