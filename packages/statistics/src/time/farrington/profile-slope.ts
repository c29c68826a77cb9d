import type { CountData } from './count-data.ts';

/** Sums over each group at some slope. */
export interface GroupMoments {
  /** Weighted cases. */
  cases: Float64Array;
  /** Σ w·exp(slope·t), */
  mass: Float64Array;
  /** the same times t, */
  first: Float64Array;
  /** and times t². */
  second: Float64Array;
}

export function emptyMoments({ counts, groups, groupCount }: CountData, weights: Float64Array): GroupMoments {
  const cases = new Float64Array(groupCount);
  for (let i = 0; i < counts.length; i++) {
    const group = groups[i] ?? 0;
    cases[group] = (cases[group] ?? 0) + (weights[i] ?? 0) * (counts[i] ?? 0);
  }
  const empty = () => new Float64Array(groupCount);
  return { cases, mass: empty(), first: empty(), second: empty() };
}

export function fillMoments(
  { mass, first, second }: GroupMoments,
  { times, groups }: CountData,
  weights: Float64Array,
  slope: number,
): void {
  mass.fill(0);
  first.fill(0);
  second.fill(0);
  for (let i = 0; i < times.length; i++) {
    const group = groups[i] ?? 0;
    const time = times[i] ?? 0;
    const share = (weights[i] ?? 0) * (slope === 0 ? 1 : Math.exp(slope * time));
    mass[group] = (mass[group] ?? 0) + share;
    first[group] = (first[group] ?? 0) + share * time;
    second[group] = (second[group] ?? 0) + share * time * time;
  }
}

/** Mean time of a group's cases. */
export function meanTime({ mass, first }: GroupMoments, group: number): number {
  const sum = mass[group] ?? 0;
  return sum > 0 ? (first[group] ?? 0) / sum : 0;
}

/** Minus the second derivative of the profile likelihood: cases times the spread of their times. */
export function information(moments: GroupMoments): number {
  let sum = 0;
  for (let group = 0; group < moments.cases.length; group++) {
    const mass = moments.mass[group] ?? 0;
    if (mass === 0) continue;
    const spread = (moments.second[group] ?? 0) / mass - meanTime(moments, group) ** 2;
    sum += (moments.cases[group] ?? 0) * spread;
  }
  return sum;
}

const farthestSlope = 25;

/** Newton's steps to the maximum of the profile likelihood; undefined where it has none, or is flat. */
export function likeliestSlope(
  data: CountData,
  weights: Float64Array,
  moments: GroupMoments,
): number | undefined {
  const { counts, times } = data;
  let caseTimes = 0;
  let range = 0;
  for (let i = 0; i < counts.length; i++) {
    caseTimes += (weights[i] ?? 0) * (counts[i] ?? 0) * (times[i] ?? 0);
    range = Math.max(range, Math.abs(times[i] ?? 0));
  }
  let slope = 0;
  for (let step = 0; step < 30 && Math.abs(slope) * range <= farthestSlope; step++) {
    fillMoments(moments, data, weights, slope);
    const curvature = information(moments);
    if (!(curvature > 1e-9 * range * range)) return undefined;
    const change = Math.max(-2 / range, Math.min(2 / range, gradient(moments, caseTimes) / curvature));
    slope += change;
    if (Math.abs(change) * range < 1e-9) return slope;
  }
  return undefined;
}

function gradient(moments: GroupMoments, caseTimes: number): number {
  let rest = caseTimes;
  for (let group = 0; group < moments.cases.length; group++)
    rest -= (moments.cases[group] ?? 0) * meanTime(moments, group);
  return rest;
}
