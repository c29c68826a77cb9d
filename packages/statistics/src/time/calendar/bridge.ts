import { stl } from '../stl/stl.ts';
import { requireWhole, UnusableSeries } from '../unusable-series.ts';

export interface BridgedSeries {
  /** n values without gaps. */
  values: Float64Array;
  /** 1 where a value was made up, 0 where it is the series' own. Show no remainder there. */
  bridged: Uint8Array;
}

/**
 * Closes the gaps of a series (missing periods, left-out regimes), so that it can be decomposed or forecast:
 * a straight line from edge to edge, with the season on top where the series is long enough to know it. At
 * the ends the nearest level is held.
 *
 * @param values n values at equal steps, NaN where missing; at least two have to be there
 * @param period steps in a season; 1 (or a series of less than two periods) bridges by the line alone
 * @throws UnusableSeries with fewer than two values, or infinite ones
 *
 * As R's `forecast::na.interp`, but season and bridge are refined in turn, since a gap of a year would
 * otherwise flatten the season.
 */
export function bridge(values: Float64Array, period: number): BridgedSeries {
  requireWhole(period, 1, 'The period');
  const missing = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
  const present = values.length - missing.reduce((sum, gap) => sum + gap, 0);
  if (present < 2)
    throw new UnusableSeries(
      'too-short',
      `A gap can be bridged between two values or more; there are ${present}.`,
    );
  if (values.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY))
    throw new UnusableSeries(
      'not-finite',
      'A series with infinite values cannot be bridged; mark them as missing (NaN).',
    );
  let bridged = byLine(values, missing);
  if (present === values.length || period === 1 || values.length < 2 * period)
    return { values: bridged, bridged: missing };
  for (let round = 0; round < rounds; round++) bridged = bySeason(values, missing, bridged, period);
  return { values: bridged, bridged: missing };
}

const rounds = 5;

function bySeason(
  values: Float64Array,
  missing: Uint8Array,
  before: Float64Array,
  period: number,
): Float64Array {
  const { seasonal } = stl(before, { period, seasonalWindow: 'periodic', innerIterations: 10 });
  const adjusted = byLine(
    values.map((value, i) => value - (seasonal[i] ?? 0)),
    missing,
  );
  return values.map((value, i) => (missing[i] ? (adjusted[i] ?? 0) + (seasonal[i] ?? 0) : value));
}

function byLine(values: Float64Array, missing: Uint8Array): Float64Array {
  const filled = values.slice();
  let last = -1;
  for (let i = 0; i <= values.length; i++) {
    if (i < values.length && missing[i]) continue;
    const left = values[last] ?? values[i] ?? 0;
    const right = values[i] ?? left;
    for (let j = last + 1; j < i; j++) filled[j] = left + ((right - left) * (j - last)) / (i - last);
    last = i;
  }
  return filled;
}
