import type { Calibration } from '../calibration.ts';
import { valueAt } from './anchors.ts';
import { type Day, dayNumber } from './calendar.ts';
import type { PlannedUnit } from './units.ts';

/** What the end of a history tells besides what happens at single places. */
export interface Story {
  calibration: Calibration['story'];
  /** The last day of the history. */
  lastDay: string;
}

const daysBefore = ({ lastDay }: Story, { date }: Day): number => dayNumber(date) - dayNumber(lastDay);

/** How much slower the slipping unit is on a day: added to the logarithm of its time to close. */
export function paceOn(story: Story | null, day: Day): number {
  if (!story) return 0;
  const { days, ramp, pace } = story.calibration.slip;
  return valueAt(
    [
      [1 - days, 0],
      [1 - days + ramp, pace],
    ],
    daysBefore(story, day),
  );
}

/** How much likelier than usual what the improving district's units handle stays unsolved, on a day. */
export const failureOn = (story: Story | null, day: Day): number =>
  story ? valueAt(story.calibration.improvement.failure, daysBefore(story, day)) : 1;

/** Whether a unit is the one that slips. */
export const slips = (story: Story | null, { code }: PlannedUnit): boolean =>
  code === story?.calibration.slip.unit;

/** Whether a unit is one of the district that improves. */
export const recovers = (story: Story | null, { code }: PlannedUnit): boolean =>
  story !== null && code.startsWith(story.calibration.improvement.district);

/** The figures of orders that lie about and are sent back; without a story there are none. */
export function orderFigures(story: Story | null): Record<string, number> {
  const { lying, lying_pace, sent_back } = story?.calibration.orders ?? {
    lying: 0,
    lying_pace: 0,
    sent_back: 0,
  };
  return { lying_orders: Math.round(lying * 16_384), lying_pace, sent_back };
}
