import type { Publication } from '@hotline-atlas/clickhouse';
import { type LocalDate, type Period, shift } from '@hotline-atlas/model';
import { earlier } from './reading.ts';

/** What is there to ask about: one version of the data, seen in the city's calendar. */
export interface History {
  publication: Publication;
  /** From the first day with data to the day after the last. */
  span: Period;
  /** The day after the last day that had passed when the data was published. */
  completeTo: LocalDate;
}

/** The local day of a moment. */
export const localDay = (moment: string, timeZone: string): LocalDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(moment),
  );

/** The history a publication makes readable. */
export function historyOf(publication: Publication, timeZone: string): History {
  const { firstDay, lastDay, published } = publication;
  const to = shift(lastDay, 'day', 1);
  const today = localDay(published, timeZone);
  return { publication, span: { from: firstDay, to }, completeTo: earlier(today, to) };
}
