import { type BacklogStep, floorTo, type LocalDate, type OpenAsOf, shift } from '@hotline-atlas/model';
import { localDay } from '@hotline-atlas/query';

/** A moment at which open orders are counted. */
export interface BacklogMoment {
  seconds: number;
  /** The last local day before it; of the last moment, its own. */
  day: LocalDate;
}

const offsetAt = (seconds: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(seconds * 1000));
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local / 1000 - seconds;
};

/** The second a local day begins, where clocks are set forward or back, too. */
function beginningOf(day: LocalDate, timeZone: string): number {
  const local = Date.parse(day) / 1000;
  const guess = local - offsetAt(local, timeZone);
  return local - offsetAt(guess, timeZone);
}

/** The ends of the newest steps in order, and the moment itself: so many altogether. */
export function momentsOf({ at, timeZone }: OpenAsOf, step: BacklogStep, points: number): BacklogMoment[] {
  const today = localDay(at, timeZone);
  const current = floorTo(today, step);
  const ends = Array.from({ length: points - 1 }, (_, index) => shift(current, step, index + 2 - points));
  return [
    ...ends.map((end) => ({ seconds: beginningOf(end, timeZone), day: shift(end, 'day', -1) })),
    { seconds: Math.floor(Date.parse(at) / 1000), day: today },
  ];
}
