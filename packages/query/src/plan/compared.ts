import { type Calendar, type Comparison, comparisonOf, type Grain, type Period } from '@hotline-atlas/model';
import type { History } from './history.ts';

type ComparedWith = Parameters<typeof comparisonOf>[0];

const mostKept = 64;
const kept = new WeakMap<History, WeakMap<Calendar, Map<string, Comparison>>>();

/**
 * How a period is compared with another, in a version of the data: see `comparisonOf`. The questions of a
 * click compare the same periods, and each is planned twice; so what was found is kept for a while.
 */
export function comparedIn(
  history: History,
  calendar: Calendar,
  {
    compare,
    period,
    grain,
    without,
  }: { compare: ComparedWith; period: Period; grain: Grain | null; without: Period[] },
): Comparison {
  const ofHistory = kept.get(history) ?? new WeakMap<Calendar, Map<string, Comparison>>();
  kept.set(history, ofHistory);
  const known = ofHistory.get(calendar) ?? new Map<string, Comparison>();
  ofHistory.set(calendar, known);
  const key = JSON.stringify([compare, period, grain, without]);
  const found =
    known.get(key) ??
    comparisonOf(compare, period, grain, { covered: history.coverage.spans, without }, calendar);
  if (known.size >= mostKept) known.clear();
  known.set(key, found);
  return found;
}
