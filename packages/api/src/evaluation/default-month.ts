import type { City } from '@hotline-atlas/city';
import {
  type JudgementRun,
  lastRipeMonth,
  readRipening,
  seriesOfCounted,
  waitOf,
} from '@hotline-atlas/judgement';
import { floorTo, shift } from '@hotline-atlas/model';

/**
 * The newest month of which every rate is ripe by the newest scheme; the newest that is over where none is.
 * Never one before the data begins.
 */
export async function defaultMonth(city: City, run: JudgementRun): Promise<string> {
  const { history } = run;
  const ripening = await readRipening({ ...run, timeZone: city.time_zone });
  const indicators = city.evaluation.at(-1)?.indicators ?? [];
  const ripe = indicators.flatMap(({ numerator }) => {
    const series = seriesOfCounted(numerator);
    return series ? (lastRipeMonth(ripening, series, history.span) ?? []) : [];
  });
  const longest = Math.max(0, ...indicators.map(waitOf));
  const newest = shift(floorTo(shift(history.span.to, 'day', -longest), 'month'), 'month', -1);
  const [month = newest] = [...ripe, newest].sort();
  const first = floorTo(history.span.from, 'month');
  return ([first, month].sort()[1] ?? month).slice(0, 7);
}
