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

/** Sorts the past counts of a series, without the missing ones, into the recent level and the years before it. */
export function levelSpans(series: Float64Array, history: FarringtonHistory, span: RecentSpan): LevelSpans {
  const { current, positions } = history;
  const groupAt = new Uint8Array(current);
  positions.forEach((position, i) => {
    groupAt[position] = history.groups[i] ?? 0;
  });
  const end = Math.max(0, current - span.leftOut);
  const kept: number[] = [];
  for (let t = positions[0] ?? 0; t < end; t++) {
    if (Number.isNaN(series[t])) continue;
    requireCount(series[t], t);
    kept.push(t);
  }
  const levelOf = levelAt({ ...span, end });
  const levels = Uint8Array.from(kept, levelOf);
  return {
    counts: Float64Array.from(kept, (t) => series[t] ?? 0),
    levels,
    levelCount: levels.reduce((most, level) => Math.max(most, level), 0) + 1,
    groups: Uint8Array.from(kept, (t) => groupAt[t] ?? 0),
    groupCount: history.groupCount,
    older: olderFrom({ ...span, end }),
    positions: Int32Array.from(kept),
    recent: levels.filter((level) => level === 0).length,
  };
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
