import type { AlarmArea, AlarmTopic } from '@hotline-atlas/model';

/** A series beyond its threshold. */
export interface Exceeding {
  /** Row of the series. */
  row: number;
  topic: AlarmTopic;
  area: AlarmArea;
  district: string;
  /** Codes of the topics above and its own, from the first level on. */
  path: readonly string[];
  observed: number;
  expected: number;
  upper: number;
  dispersion: number;
  p: number;
  q: number;
}

/** One happening: the series that tells it best, and those that show it too. */
export interface Merged {
  best: Exceeding;
  members: Exceeding[];
}

/** Whether two areas of the same level touch. */
export type Touching = (one: AlarmArea, other: AlarmArea) => boolean;

/**
 * How much better the count is explained by its own mean than by the expectation, in units of the series' own
 * dispersion.
 */
export const evidence = ({ observed, expected, dispersion }: Exceeding): number => {
  if (observed <= expected) return 0;
  const mean = Math.max(expected, 1e-9);
  return (observed * Math.log(observed / mean) - (observed - mean)) / Math.max(1, dispersion);
};

/** Whether a topic lies in another or is it; every topic lies in all topics. */
const topicWithin = (inner: Exceeding, { topic: outer }: Exceeding): boolean =>
  outer.level === 0 || inner.path[outer.level - 1] === outer.code;

const areaWithin = (inner: Exceeding, outer: Exceeding): boolean =>
  outer.area.level === 'city' ||
  (inner.area.level === outer.area.level && inner.area.code === outer.area.code) ||
  (outer.area.level === 'district' &&
    inner.area.level === 'subdistrict' &&
    inner.district === outer.area.code);

const within = (inner: Exceeding, outer: Exceeding): boolean =>
  topicWithin(inner, outer) && areaWithin(inner, outer);

/**
 * A part that stands out this many standard deviations beyond the rise of the whole is a happening of its
 * own.
 */
const standsOut = 4;

/** How far a part lies beyond what the rise of the whole explains. */
function beyondShare(part: Exceeding, whole: Exceeding): number {
  const explained = part.expected * (whole.observed / Math.max(whole.expected, 1e-9));
  return (part.observed - explained) / Math.sqrt(Math.max(1, part.dispersion) * Math.max(explained, 0.5));
}

/** Whether a whole is no longer beyond its threshold once the excess of a part is taken off. */
const explainedBy = (whole: Exceeding, part: Exceeding): boolean =>
  whole.observed - (part.observed - part.expected) <= whole.upper;

const topicsMeet = (one: Exceeding, other: Exceeding): boolean =>
  topicWithin(one, other) || topicWithin(other, one);

/** Whether a series shows the same happening as the one that tells it best. */
function shows(other: Exceeding, best: Exceeding, touching: Touching): boolean {
  if (within(other, best)) return beyondShare(other, best) < standsOut;
  if (within(best, other)) return explainedBy(other, best);
  if (!topicsMeet(other, best)) return false;
  if (areaWithin(other, best) || areaWithin(best, other)) return true;
  return other.topic.level > 0 && best.topic.level > 0 && touching(other.area, best.area);
}

/**
 * Series that show one happening brought together, upwards: a burst pipe is seen in its subdistrict, its
 * district and the city, as its topic and all topics above. The series with most evidence tells it; those
 * above, below and beside it (areas that touch, topics in one another) belong to it, unless they stand out
 * beyond what it explains. Then the next of the rest.
 */
export function mergeUpwards(exceeding: readonly Exceeding[], touching: Touching): Merged[] {
  let rest = [...exceeding].sort((a, b) => evidence(b) - evidence(a) || a.row - b.row);
  const merged: Merged[] = [];
  while (rest.length > 0) {
    const [best, ...others] = rest;
    if (!best) break;
    const members = others.filter((other) => shows(other, best, touching));
    merged.push({ best, members });
    rest = others.filter((other) => !members.includes(other));
  }
  return merged;
}

/** Subdistricts and topics a happening is seen in; 1 where it is only seen as a whole. */
export function spreadOf({ best, members }: Merged): { subdistricts: number; topics: number } {
  const all = [best, ...members];
  const subdistricts = new Set(
    all.filter(({ area }) => area.level === 'subdistrict').map(({ area }) => area.code),
  );
  const deepest = Math.max(...all.map(({ topic }) => topic.level));
  const topics = new Set(all.filter(({ topic }) => topic.level === deepest).map(({ topic }) => topic.code));
  return { subdistricts: Math.max(1, subdistricts.size), topics: Math.max(1, topics.size) };
}

const doublings = (value: number): number => Math.log2(1 + Math.max(0, value));

/**
 * How much a happening matters: doublings of its size (appeals beyond the expectation), its surprise
 * (evidence) and its spread.
 */
export const importance = (merged: Merged): number =>
  doublings(merged.best.observed - merged.best.expected) +
  doublings(evidence(merged.best)) +
  doublings(spreadOf(merged).subdistricts);
