import { z } from 'zod';

const expected = 'expected west, south, east, north in degrees';

/** West, south, east, north in degrees. */
export const boundsSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .superRefine((bounds, context) => {
    const [west, south, east, north] = bounds;
    const message =
      Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 180 || Math.abs(east) > 180
        ? `${expected}; [${bounds.join(', ')}] has a latitude beyond 90 or a longitude beyond 180: is it latitude first?`
        : west >= east || south >= north
          ? `${expected}; in [${bounds.join(', ')}] west is not below east, or south not below north`
          : east - west > widest || north - south > widest
            ? `${expected}; [${bounds.join(', ')}] is wider than ${widest} degrees, which no city is`
            : null;
    if (message) context.addIssue({ code: 'custom', message });
  });
type Bounds = z.infer<typeof boundsSchema>;

/** Degrees; Hulunbuir, the widest of all, has fifteen. */
const widest = 20;

/** Hours between two times of day, the short way round. */
const apart = (a: number, b: number): number => {
  const hours = Math.abs(a - b) % 24;
  return Math.min(hours, 24 - hours);
};

function offsetOf(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const [day = '', time = ''] = parts.format(at).split(', ');
  const local = `${day.split('/').reverse().join('-')}T${time}Z`;
  return (Date.parse(local) - at.getTime()) / 3_600_000;
}

/** The zone's hours from UTC without summer time. */
const standardOffset = (zone: string): number =>
  Math.min(...[0, 6].map((month) => offsetOf(zone, new Date(Date.UTC(2024, month, 1)))));

/**
 * Hours by which the clocks of inhabited places differ from their sun, at most, and which can be taken for a
 * mistake when the exchanged bounds differ by less than one.
 */
const fromTheSun = { most: 4, doubtful: 2, exchanged: 1 };

/**
 * Bounds that are latitude first look sound where both are below 90: the time zone tells. Null when nothing
 * is wrong.
 */
export function boundsProblem([west, south, east, north]: Bounds, zone: string): string | null {
  if (timeZoneProblem(zone)) return null;
  const offset = standardOffset(zone);
  const difference = apart(offset, (west + east) / 30);
  const exchanged = apart(offset, (south + north) / 30);
  const wrong =
    difference > fromTheSun.most || (difference > fromTheSun.doubtful && exchanged < fromTheSun.exchanged);
  if (!wrong) return null;
  return `${expected}; [${[west, south, east, north].join(', ')}] lies ${Math.round(difference)} hours from the clocks of ${zone}: is it latitude first?`;
}

/** Whether a point of the city, latitude and longitude exchanged, is still in the city. */
export const canBeExchanged = ([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): boolean => Math.max(west, south) < Math.min(east, north);

/** What is wrong with the name of a time zone; null when nothing is. */
export function timeZoneProblem(zone: string): string | null {
  const unknown = `not a known IANA time zone: “${zone}”, expected one such as America/Los_Angeles`;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    const sameInOtherLetters = timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase();
    if (sameInOtherLetters) return `not a known IANA time zone: “${zone}”, did you mean ${timeZone}?`;
  } catch {
    return unknown;
  }
  return zone === 'UTC' || /^[A-Z][A-Za-z]*\/[A-Z]/.test(zone) ? null : unknown;
}
