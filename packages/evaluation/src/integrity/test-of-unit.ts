import type { IntegrityKind } from '@hotline-atlas/model';
import { type Interval, wilsonInterval } from '@hotline-atlas/statistics';

/** A share of a unit's orders beside what was expected of it; shapes none. */
export interface Compared {
  observed: number;
  of: number;
  /** Share that was expected; NaN where nothing tells it. */
  expected: number;
  /** Chance that a unit without a fault has such a share; NaN where it was not tested. */
  p: number;
}

/** A difference is a question only where it is as large besides: trivial ones of large units are none. */
export interface Effect {
  /** Of the share over the expected one; below 1 for a share that is too low. */
  ratio: number;
  /** Of the two shares, 0 … 1. */
  points: number;
  orders: number;
}

/** One way a kind is tested in; the first of its name. */
export interface Way {
  name: string;
  /** Shapes units. */
  compared: readonly Compared[];
  effect: Effect;
}

/** What was tested of a unit for a kind: the way that is least likely by chance. */
export interface UnitTest extends Compared {
  unit: number;
  kind: IntegrityKind;
  way: string;
  effect: Effect;
}

/** Whether a difference is large enough to ask about. */
export function isLarge({ observed, of, expected }: Compared, { ratio, points, orders }: Effect): boolean {
  const share = observed / of;
  const beyond = ratio < 1 ? expected - share : share - expected;
  const isFar = ratio < 1 ? share <= ratio * expected : share >= ratio * expected;
  return isFar && beyond >= points && beyond * of >= orders;
}

/** Orders beyond what was expected. */
export const excessOf = ({ observed, of, expected }: Compared): number => Math.abs(observed - of * expected);

/** Wilson's interval of the share; NaN of no orders. */
export const intervalOf = ({ observed, of }: Compared): Interval =>
  of > 0 ? wilsonInterval(observed, of) : { lower: Number.NaN, upper: Number.NaN };
