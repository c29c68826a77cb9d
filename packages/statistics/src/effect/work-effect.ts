import { differenceInDifferences } from './difference-in-differences.ts';
import type { Gap, Panel } from './panel.ts';
import { type PlaceboTest, placeboTest } from './placebo-test.ts';
import { productsBefore, type SyntheticControl, syntheticControl, usualRidge } from './synthetic-control.ts';
import { withoutSeason } from './without-season.ts';

/** Outcomes of a unit that was worked on, and of its controls. */
export interface Work extends Panel {
  /** Unit 0 was worked on; the others are controls. */
  units: number;
  /** Of each period: a whole number from 0 on, such as the calendar month. */
  season: Int32Array;
}

/** An effect by one method, beside placebos in space. */
export interface Judged<Control extends Gap> {
  own: Control;
  placebos: readonly Gap[];
  test: PlaceboTest;
}

/** What work did, by two methods. */
export interface WorkEffect {
  synthetic: Judged<SyntheticControl>;
  difference: Judged<Gap>;
}

const unitsOf = (units: number): number[] => Array.from({ length: units }, (_, unit) => unit);

/**
 * What work did: outcomes less those of the same season before, against a synthetic control and against the
 * mean of all controls; and of each control the same, as if it had been worked on. The unit itself is in
 * nobody else's control, for its effect would be in it.
 */
export function workEffect({ season, ...raw }: Work): WorkEffect {
  const panel = withoutSeason(raw, season);
  const controls = unitsOf(panel.units).slice(1);
  const others = (unit: number) => controls.filter((control) => control !== unit);
  const [products, ridge] = [productsBefore(panel), usualRidge(panel, controls)];
  const synthetic = (unit: number) => syntheticControl(panel, unit, others(unit), ridge, products);
  const difference = (unit: number) => differenceInDifferences(panel, unit, others(unit));
  const judged = <Control extends Gap>(of: (unit: number) => Control): Judged<Control> => {
    const [own, placebos] = [of(0), controls.map(of)];
    return { own, placebos, test: placeboTest(own, placebos) };
  };
  return { synthetic: judged(synthetic), difference: judged(difference) };
}

/** As if the work had begun earlier: the periods before, the last of which are taken for after. */
export function earlierWork(work: Work, before: number): Work {
  const { units, before: periods } = work;
  const values = new Float64Array(units * periods);
  for (let unit = 0; unit < units; unit++) {
    const from = unit * work.periods;
    values.set(work.values.subarray(from, from + periods), unit * periods);
  }
  return { ...work, values, periods, before, season: work.season.subarray(0, periods) };
}
