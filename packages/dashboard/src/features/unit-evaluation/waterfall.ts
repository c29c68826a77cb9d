import { type Evaluation, type MovedRankTold, publishedStep } from '@hotline-atlas/model';

/** What can move a rank; the last three are of the rank alone. */
type Cause = 'rates' | 'mix' | 'exclusions' | 'others' | 'scheme' | 'corrected';

/** One step of a way from one value to another. */
export interface Step {
  cause: Cause;
  /** Where it begins and ends, in places of a rank or in points. */
  from: number;
  to: number;
  /** `to` less `from`, as the answer says it. */
  by: number;
}

/** A way from the value before to the one after; its steps close. */
export interface Waterfall {
  from: number;
  to: number;
  steps: Step[];
}

function waterfall(from: number, to: number, parts: readonly (readonly [Cause, number])[]): Waterfall {
  const steps: Step[] = [];
  let at = from;
  for (const [cause, by] of parts) {
    // Parts are told in hundredths: adding them up must not leave a trace of binary fractions.
    const next = Math.round((at + by) * 1e6) / 1e6;
    steps.push({ cause, from: at, to: next, by });
    at = next;
  }
  return { from, to, steps };
}

/**
 * From the rank before to the rank after, in places; first what made the rank before another one than was
 * published: other rules, or corrections.
 */
export function rankWaterfall(
  moved: MovedRankTold,
  meta: Pick<Evaluation['meta'], 'tried_weights'> & { scheme: { name: string } },
): Waterfall {
  const { rank, scheme_before } = moved;
  const step = publishedStep(moved, meta);
  const rules: [Cause, number][] =
    rank.scheme !== 0 || (scheme_before !== null && step === 'scheme') ? [[step, rank.scheme]] : [];
  return waterfall(rank.published ?? rank.before, rank.after, [
    ...rules,
    ['rates', rank.rates],
    ['mix', rank.mix],
    ['exclusions', rank.exclusions],
    ['others', rank.others],
  ]);
}

/** From the score before to the score after, in points, by the rules of this month. */
export const scoreWaterfall = ({ score }: MovedRankTold): Waterfall =>
  waterfall(score.before, score.after, [
    ['rates', score.rates],
    ['mix', score.mix],
    ['exclusions', score.exclusions],
  ]);

/** The step that moved it most in the direction of the change; null where it did not move. */
export function mainStep({ from, to, steps }: Waterfall): Step | null {
  const along = steps.filter(({ by }) => Math.sign(by) === Math.sign(to - from) && by !== 0);
  const [most] = along.sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
  return most ?? null;
}

/** The least and the greatest value of a way, with a little room. */
export function reachOf({ from, to, steps }: Waterfall): { low: number; high: number } {
  const values = [from, to, ...steps.flatMap((step) => [step.from, step.to])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.06, 1e-9);
  return { low: low - room, high: high + room };
}
