import type { PlanArray } from '../plan-table.ts';
import { draw } from './draw.ts';
import type { History, PlannedMonth } from './history.ts';

/** A row of a month that belongs to an outbreak. */
export interface OutbreakRow {
  /** Number of the outbreak, from 1. */
  outbreak: number;
  date: string;
  /** Place among the rows of the day, and of the month, from 0. */
  position: number;
  row: number;
  /** Which of its callers calls, from 1; 0: anybody. */
  caller: number;
}

/** The outbreak of each extra appeal of a day, and who calls about it, in the order they come in. */
function extrasOn({ outbreaks, seed }: History, date: string): Pick<OutbreakRow, 'outbreak' | 'caller'>[] {
  return outbreaks
    .flatMap(({ days, callers }, at) => {
      const extra = days.find((day) => day.date === date)?.appeals ?? 0;
      if (extra === 0) return [];
      const before = days.reduce((sum, day) => sum + (day.date < date ? day.appeals : 0), 0);
      return Array.from({ length: extra }, (_, nth) => ({
        outbreak: at + 1,
        caller: callers > 0 ? 1 + ((before + nth) % callers) : 0,
        order: draw(seed, date, at, nth),
      }));
    })
    .sort((a, b) => a.order - b.order);
}

/**
 * Which rows of a month belong to outbreaks: spread evenly over each day's rows, so that they come in like
 * the others.
 */
export function outbreakRows(history: History, { demand, days }: PlannedMonth): OutbreakRow[] {
  let begun = 0;
  return demand.flatMap(({ day: { date } }, at) => {
    const size = days[at] ?? 0;
    const first = begun;
    begun += size;
    const extras = extrasOn(history, date);
    return extras.map(({ outbreak, caller }, nth): OutbreakRow => {
      const position = Math.floor(((nth + 0.5) * size) / extras.length);
      return { outbreak, caller, date, position, row: first + position };
    });
  });
}

/** No row has this number: it keeps the list from being empty. */
const noRow = 0xffffffff;

/** What sql/1_moment.sql, sql/3_subject.sql and sql/4_place.sql need to know of outbreaks in a month. */
export function outbreakArrays(history: History, planned: PlannedMonth): PlanArray[] {
  const rows = outbreakRows(history, planned);
  const { outbreaks } = history;
  let begun = 1;
  const firsts = outbreaks.map(({ spots }) => {
    const first = begun;
    begun += spots.length;
    return first;
  });
  const whole = (name: string, values: number[]): PlanArray => ({ name, column: 'whole', values });
  return [
    whole('outbreak_rows', [...rows.map(({ row }) => row), noRow]),
    whole('outbreak_numbers', [...rows.map(({ outbreak, caller }) => outbreak + 65_536 * caller), 0]),
    whole('outbreak_topics', [...outbreaks.map(({ topic }) => topic), 0]),
    whole('outbreak_areas', [...outbreaks.map(({ area }) => area), 0]),
    whole('outbreak_houses', [...outbreaks.map(({ houses }) => houses), 0]),
    whole('outbreak_firsts', [...firsts, 0]),
    whole('outbreak_counts', [...outbreaks.map(({ spots }) => spots.length), 0]),
    whole('outbreak_spots', [...outbreaks.flatMap(({ spots }) => spots), 0]),
  ];
}
