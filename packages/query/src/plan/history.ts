import type { Publication } from '@hotline-atlas/clickhouse';
import { earlier, type LocalDate, later, type Period, shift } from '@hotline-atlas/model';
import type { Coverage } from './coverage.ts';

/** What is there to ask about: one version of the data, seen in the city's calendar. */
export interface History {
  publication: Publication;
  /** From the first day with appeals to the day after the last. */
  span: Period;
  /** The day after the last whole day. */
  completeTo: LocalDate;
  /** Which days have data: of the whole city, whoever asks. */
  coverage: Coverage;
  timeZone: string;
  seen: Seen;
}

/** How much of a version of the data whoever asks sees. */
interface Seen {
  /** The newest appeal they see, as finely as they see times; null where they see none. */
  newestAppeal: string | null;
  /** Whether they see every appeal, and so may know how many were read. */
  all: boolean;
}

/** The local day of a moment. */
export const localDay = (moment: string, timeZone: string): LocalDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(moment),
  );

/**
 * Every day that had passed when the data was published: what is taken to have data where appeals by day are
 * not known.
 */
function everyPassedDay({ firstDay, lastDay }: Publication, today: LocalDate): Coverage {
  const to = shift(lastDay, 'day', 1);
  const passed = { from: firstDay, to: earlier(today, to) };
  return {
    spans: passed.from < passed.to ? [passed] : [],
    gaps: [],
    underWay: passed.to < to ? { from: later(firstDay, passed.to), to } : null,
  };
}

/**
 * The history a publication makes readable.
 * @param coverage which days have data; every day that had passed where it is not given
 */
export function historyOf(publication: Publication, timeZone: string, coverage?: Coverage): History {
  const { firstDay, lastDay, published } = publication;
  const known = coverage ?? everyPassedDay(publication, localDay(published, timeZone));
  return {
    publication,
    span: { from: firstDay, to: shift(lastDay, 'day', 1) },
    completeTo: known.spans.at(-1)?.to ?? known.underWay?.from ?? firstDay,
    coverage: known,
    timeZone,
    seen: { newestAppeal: publication.newestAppeal, all: true },
  };
}
