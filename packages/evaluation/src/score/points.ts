import type { Indicator } from '@hotline-atlas/model';

/** A rate that stands on an edge counts as having reached it, whatever a division lost. */
const tolerance = 1e-9;

type Scored = Pick<Indicator, 'scoring' | 'weight' | 'better'>;

/** How far a rate is worse than another. */
const worseBy = (rate: number, than: number, { better }: Scored): number =>
  better === 'up' ? than - rate : rate - than;

/**
 * Points of a rate, from 0 to the weight, not rounded. Never fewer for a better rate.
 * @param rate 0 … 1
 */
export function pointsOf(indicator: Scored, rate: number): number {
  const { scoring, weight } = indicator;
  switch (scoring.by) {
    case 'share': {
      const reached = (rate - scoring.none) / (scoring.full - scoring.none);
      return weight * Math.min(1, Math.max(0, reached));
    }
    case 'steps':
      return scoring.steps.reduce(
        (most, { at, points }) => (worseBy(rate, at, indicator) <= tolerance ? Math.max(most, points) : most),
        0,
      );
    case 'deductions': {
      const times = Math.floor(worseBy(rate, scoring.beyond, indicator) / scoring.each + tolerance);
      return Math.max(0, weight - Math.max(0, times) * scoring.points);
    }
  }
}
