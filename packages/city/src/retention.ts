import { floorTo, type LocalDate, shift } from '@hotline-atlas/model';
import { z } from 'zod';

const form = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** A span of whole days as ISO 8601 writes it: `P3Y`, `P18M`, `P2Y6M`, `P90D`. */
const duration = z
  .string()
  .regex(form, 'expected a span of ISO 8601 in years, months, weeks or days, such as P3Y, P18M or P90D')
  .refine((text) => /[1-9]/.test(text), 'expected a span of at least a day');

/** How long personal data is kept; what is left out is kept for ever. */
export const retentionSchema = z.strictObject({
  /** Texts, replies, addresses and points of appeals. */
  texts: duration.optional(),
  /** Callers, by whole months. */
  callers: duration.optional(),
});
export type Retention = z.infer<typeof retentionSchema>;

/** A day moved back by a span; the 29th of February becomes the 28th where there is none. */
function before(day: LocalDate, span: string): LocalDate {
  const [years = 0, months = 0, weeks = 0, days = 0] = (form.exec(span) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  return shift(shift(day, 'month', -(12 * years + months)), 'day', -(7 * weeks + days));
}

/** The local day of a moment. */
function localDay(moment: Date, timeZone: string): LocalDate {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .formatToParts(moment)
    .map(({ type, value }): [string, string] => [type, value]);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}

/** First days of which something is kept; null: of all days. */
export interface KeptFrom {
  texts: LocalDate | null;
  /**
   * The first of a month: a month is blanked once all of it is older than the span. So callers of one month
   * stay equal or different among themselves.
   */
  callers: LocalDate | null;
}

/** The earliest day a database holds. */
const earliest = '1970-01-02';
const held = (day: LocalDate): LocalDate => (day < earliest ? earliest : day);

/**
 * From which local day on a city keeps texts and callers at a moment: what is exactly as old as the span is
 * kept.
 */
export function keptFrom(retention: Retention | undefined, timeZone: string, now: Date): KeptFrom {
  const today = localDay(now, timeZone);
  const { texts, callers } = retention ?? {};
  return {
    texts: texts === undefined ? null : held(before(today, texts)),
    callers: callers === undefined ? null : held(floorTo(before(today, callers), 'month')),
  };
}
