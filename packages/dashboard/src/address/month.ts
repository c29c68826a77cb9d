import { floorTo, isLocalDate, type LocalDate, type Period, shift } from '@hotline-atlas/model';
import { type Parameter, text } from './parameter.ts';
import { type Coverage, hasDays } from './period.ts';

/** A month, as `2024-12`; empty for the newest one that is complete. */
export const month: Parameter<string> = text('month', (sent) =>
  /^\d{4}-\d{2}$/.test(sent) && isLocalDate(`${sent}-01`) ? sent : '',
);

/** A month that is shown, and the ones beside it. */
export interface MonthShown {
  /** As the address names it. */
  name: string;
  period: Period;
  /** Whether days of it are still to come. */
  isUnderWay: boolean;
  /** The month before and the one after; null where the data has none. */
  earlier: string | null;
  later: string | null;
}

const nameOf = (day: LocalDate): string => day.slice(0, 7);

/** The first day of the newest complete month that has data; of the newest month where none is complete. */
function newestComplete({ firstDay, lastDay, completeTo, spans }: Coverage): LocalDate {
  const first = floorTo(firstDay, 'month');
  let start = shift(floorTo(completeTo, 'month'), 'month', -1);
  while (spans?.length && start > first && !hasDays({ from: start, to: shift(start, 'month', 1) }, spans))
    start = shift(start, 'month', -1);
  return start < first ? floorTo(lastDay, 'month') : start;
}

/**
 * The month an address asks for, else the newest complete one with data. A month outside of the data is
 * shown as that one.
 */
export function monthShown(asked: string, coverage: Coverage): MonthShown {
  const [first, last] = [floorTo(coverage.firstDay, 'month'), floorTo(coverage.lastDay, 'month')];
  const wanted = `${asked}-01`;
  const from = asked !== '' && wanted >= first && wanted <= last ? wanted : newestComplete(coverage);
  const to = shift(from, 'month', 1);
  return {
    name: nameOf(from),
    period: { from, to },
    isUnderWay: to > coverage.completeTo,
    earlier: from > first ? nameOf(shift(from, 'month', -1)) : null,
    later: to <= last ? nameOf(to) : null,
  };
}
