import { UnusableSeries } from '../unusable-series.ts';
import type { CountData } from './count-data.ts';
import type { FarringtonHistory } from './history.ts';

/** The past counts a history names, without the missing ones. */
export function countsAt(series: Float64Array, history: FarringtonHistory): CountData {
  requireCount(series[history.current], history.current);
  const n = history.positions.length;
  const counts = new Float64Array(n);
  const times = new Float64Array(n);
  const groups = new Uint8Array(n);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    const position = history.positions[i] ?? 0;
    const count = series[position] ?? Number.NaN;
    if (Number.isNaN(count)) continue;
    requireCount(count, position);
    counts[kept] = count;
    times[kept] = history.times[i] ?? 0;
    groups[kept++] = history.groups[i] ?? 0;
  }
  if (kept < 2)
    throw new UnusableSeries('too-short', `An alarm needs at least two past counts; there are ${kept}.`);
  return {
    counts: counts.subarray(0, kept),
    times: times.subarray(0, kept),
    groups: groups.subarray(0, kept),
    groupCount: history.groupCount,
  };
}

/** Refuses what is no count. */
export function requireCount(count: number | undefined, position: number): void {
  if (count === undefined || !Number.isFinite(count) || count < 0)
    throw new UnusableSeries('not-finite', `Count ${position} is ${count}; an alarm needs counts from 0.`);
}
