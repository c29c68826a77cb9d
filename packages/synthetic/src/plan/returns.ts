import type { Calibration } from '../calibration.ts';
import type { PlanArray } from '../plan-table.ts';
import { draw } from './draw.ts';
import { normalQuantile } from './normal.ts';

/** How much likelier than elsewhere orders came back before, by unit and by topic. */
export interface Returns {
  units: number[];
  topics: number[];
}

const factorOf = (spread: number, what: string, code: string): number =>
  Math.exp(spread * normalQuantile(draw(what, code)));

/** The factors of units and topics; the same in every history. */
export const plannedReturns = (
  units: readonly { code: string }[],
  topics: readonly { code: string }[],
  { returns }: Calibration,
): Returns => ({
  units: units.map(({ code }) => factorOf(returns.of_unit, 'returned by unit', code)),
  topics: topics.map(({ code }) => factorOf(returns.of_topic, 'returned by topic', code)),
});

/** What sql/returns needs and never changes. */
export const returnArrays = ({ units, topics }: Returns): PlanArray[] => [
  { name: 'unit_returns', column: 'real', values: units },
  { name: 'topic_returns', column: 'real', values: topics },
];

/** The single figures of sql/returns. */
export const returnFigures = ({ returns }: Calibration): Record<string, number> => ({
  returned_share: returns.share,
  returned_again: returns.again,
  return_seconds: Math.round(returns.hours * 3600),
  signing_hours: returns.signing.hours,
  signing_spread: returns.signing.spread,
  signing_of_weakness: returns.signing.of_weakness,
});
