import { requireCount } from './counts.ts';
import type { FarringtonHistory } from './history.ts';

/** Past counts by level and season. */
export interface LevelSpans {
  counts: Float64Array;
  /** Level each count belongs to: 0 the recent one, then the years before it, the latest first. */
  levels: Uint8Array;
  levelCount: number;
  /** Seasonal group of each; 0 is that of the present. */
  groups: Uint8Array;
  groupCount: number;
  /** The first of the levels from before the change of level. */
  older: number;
  /** Step of each count. */
  positions: Int32Array;
  /** Counts of the recent level. */
  recent: number;
}

export interface RecentSpan {
  /** First step of the present level. */
  since: number;
  /** Steps of the recent level, at most. */
  baseline: number;
  /** Steps before the newest left out. */
  leftOut: number;
}

const stepsInYear = 52;

/**
 * Sorts the past counts of a series, without the missing ones, into the recent level and the years before it.
 */
export function levelSpans(series: Float64Array, history: FarringtonHistory, span: RecentSpan): LevelSpans {
  const end = Math.max(0, history.current - span.leftOut);
  const kept = keptSteps(series, history.positions[0] ?? 0, end);
  const levelOf = levelAt({ ...span, end });
  const groupAt = groupsAt(history);
  const counts = new Float64Array(kept.length);
  const [levels, groups] = [new Uint8Array(kept.length), new Uint8Array(kept.length)];
  let [last, recent] = [0, 0];
  for (let at = 0; at < kept.length; at++) {
    const step = kept[at] ?? 0;
    const level = levelOf(step);
    counts[at] = series[step] ?? 0;
    levels[at] = level;
    groups[at] = groupAt[step] ?? 0;
    last = Math.max(last, level);
    if (level === 0) recent++;
  }
  const [levelCount, groupCount] = [last + 1, history.groupCount];
  return {
    counts,
    levels,
    levelCount,
    groups,
    groupCount,
    older: olderFrom({ ...span, end }),
    positions: kept,
    recent,
  };
}

/** Steps before `end` that hold a count. */
function keptSteps(series: Float64Array, from: number, end: number): Int32Array {
  const kept = new Int32Array(Math.max(0, end - from));
  let length = 0;
  for (let step = from; step < end; step++) {
    if (Number.isNaN(series[step])) continue;
    requireCount(series[step], step);
    kept[length++] = step;
  }
  return kept.subarray(0, length);
}

/** The seasonal group of each step. */
function groupsAt({ current, positions, groups }: FarringtonHistory): Uint8Array {
  const groupAt = new Uint8Array(current);
  for (let at = 0; at < positions.length; at++) groupAt[positions[at] ?? 0] = groups[at] ?? 0;
  return groupAt;
}

const olderFrom = ({ since, baseline, end }: Omit<RecentSpan, 'leftOut'> & { end: number }): number =>
  1 + Math.ceil((Math.max(since, end - baseline) - since) / stepsInYear);

/** Years are counted back from the recent steps, and anew from the change of level. */
function levelAt({
  since,
  baseline,
  end,
}: Omit<RecentSpan, 'leftOut'> & { end: number }): (t: number) => number {
  const recentFrom = Math.max(since, end - baseline);
  const older = olderFrom({ since, baseline, end });
  return (t) => {
    if (t >= recentFrom) return 0;
    if (t >= since) return 1 + Math.floor((recentFrom - 1 - t) / stepsInYear);
    return older + Math.floor((since - 1 - t) / stepsInYear);
  };
}
