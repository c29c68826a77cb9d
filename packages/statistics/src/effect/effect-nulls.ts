import { poissonDraw } from '../poisson-draw.ts';
import { seededRandom, type UniformRandom } from '../random.ts';
import { seriesOfUnit } from './panel.ts';
import { type Work, workEffect } from './work-effect.ts';

/** Counts by month as they are made up to try the methods on. */
export interface EffectNull {
  units: number;
  before: number;
  after: number;
  /** How much of what moves all units lasts into the next month. */
  share: number;
  /** The same of what moves one unit. */
  own: number;
  /** Of the work, on logarithms; 0: none. */
  effect: number;
}

/** Standard normal numbers (Box & Muller 1958). */
const normals = (random: UniformRandom) => () =>
  Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** An autoregressive course. */
function courseOf(length: number, lasts: number, spread: number, normal: () => number): Float64Array {
  const course = new Float64Array(length);
  for (let at = 0; at < length; at++) course[at] = lasts * (course[at - 1] ?? 0) + spread * normal();
  return course;
}

/**
 * Units of 30 to 1,200 a month with a season of their own, which follow two common courses more or less, and
 * one of their own; Poisson counts, as logarithms.
 */
function madeUpWork({ units, before, after, share, own, effect }: EffectNull, random: UniformRandom): Work {
  const periods = before + after;
  const [normal, poisson] = [normals(random), poissonDraw(random)];
  const courses = [courseOf(periods, share, 0.08, normal), courseOf(periods, share, 0.08, normal)];
  const work: Work = {
    ...{ units, periods, before, values: new Float64Array(units * periods) },
    season: Int32Array.from({ length: periods }, (_, period) => period % 12),
  };
  for (let unit = 0; unit < units; unit++) {
    const loads = courses.map(() => random());
    const [size, turn, swing] = [30 * 40 ** random(), 12 * random(), 0.4 * random()];
    const bustle = courseOf(periods, own, 0.06, normal);
    const values = seriesOfUnit(work, unit);
    for (let period = 0; period < periods; period++) {
      const common = courses.reduce((sum, course, at) => sum + (loads[at] ?? 0) * (course[period] ?? 0), 0);
      const season = swing * Math.cos((2 * Math.PI * (period - turn)) / 12);
      const worked = unit === 0 && period >= before ? effect : 0;
      const level = common + season + (bustle[period] ?? 0) + worked;
      values[period] = Math.log(poisson(size * Math.exp(level)) + 0.5);
    }
  }
  return work;
}

/** For tests and trials: how often both methods tell an effect at 5 %, and how often an interval holds it. */
export function madeUpPower(shape: EffectNull, panels: number, seed: number): { told: number; held: number } {
  const random = seededRandom(seed);
  let [told, held] = [0, 0];
  for (let panel = 0; panel < panels; panel++) {
    const { synthetic, difference } = workEffect(madeUpWork(shape, random));
    const { p, lower, upper } = synthetic.test;
    if (p <= 0.05 && difference.test.p <= 0.05) told++;
    if (lower <= shape.effect && shape.effect <= upper) held++;
  }
  return { told: told / panels, held: held / panels };
}
