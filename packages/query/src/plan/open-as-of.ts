import type { OpenAsOf, Query, Scope, Selection } from '@hotline-atlas/model';
import { asksForOpenOrders } from '@hotline-atlas/model';
import type { History } from './history.ts';
import { toHour } from './to-hour.ts';

/** A moment without its seconds: questions asked in the same minute share an answer. */
export const toMinute = (moment: Date): string => `${moment.toISOString().slice(0, 16)}:00Z`;

/** The moment of the newest appeal that whoever asks sees; that of the data where they see none. */
export const newestSeen = ({ seen, publication, timeZone }: History): OpenAsOf => ({
  at: seen.newestAppeal ?? publication.published,
  timeZone,
});

/** Now, as finely as whoever asks sees times: a finer one would tell due times within the hour. */
export function nowFor({ time }: Pick<Scope, 'time'>, { timeZone }: History, now: Date): OpenAsOf {
  const minute = toMinute(now);
  return { at: time === 'hour' ? toHour(minute, timeZone) : minute, timeZone };
}

/** A selection with the moment as of which its orders are open. */
export const withOpenAsOf = <Some extends Selection>(
  selection: Some,
  scope: Pick<Scope, 'time'>,
  history: History,
  now = new Date(),
): Some => ({
  ...selection,
  due: selection.dueAt === 'now' ? nowFor(scope, history, now) : newestSeen(history),
});

/** The moment an answer depends on, for its key and for what it says of itself; null where on none. */
export const dependsOn = (query: Query): string | null =>
  asksForOpenOrders(query) ? (query.due?.at ?? null) : null;
