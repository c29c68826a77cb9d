import {
  countChangeInterval,
  countScore,
  dispersedP,
  falseDiscovery,
  relativeChangeInterval,
  shareChangeInterval,
  shareScore,
  type UsualDispersion,
  usualCountDispersion,
  usualShareDispersion,
} from '@hotline-atlas/statistics';

/** The whole, and after it its groups; shapes groups + 1. */
export interface ChangeInput {
  kind: 'counts' | 'rate';
  now: Float64Array;
  before: Float64Array;
  /** Denominators of rates. */
  nowOf: Float64Array;
  beforeOf: Float64Array;
  /** History by month: index = group · months + month; NaN where a month has no whole data. */
  months: number;
  days: Float64Array;
  counts: Float64Array;
  of: Float64Array;
  /** Below it nothing is tested. */
  fewest: number;
}

/** Shapes groups + 1, the whole first; NaN where nothing can be said. */
export interface ChangeJudged {
  lower: Float64Array;
  upper: Float64Array;
  shareLower: Float64Array;
  /** Infinity where nothing was counted before. */
  shareUpper: Float64Array;
  dispersion: Float64Array;
  p: Float64Array;
  /** Over the groups; that of the whole is its p. */
  q: Float64Array;
  milliseconds: number;
}

const yearOfMonths = 12;
const byChance: UsualDispersion = { factor: 1, freedom: Number.POSITIVE_INFINITY };

/** What is known of one group. */
interface Judged {
  lower: number;
  upper: number;
  shareLower: number;
  shareUpper: number;
  dispersion: number;
  p: number;
}

const unknown: Judged = {
  ...{ lower: Number.NaN, upper: Number.NaN, shareLower: Number.NaN, shareUpper: Number.NaN },
  ...{ dispersion: Number.NaN, p: Number.NaN },
};

function judgeCounts(input: ChangeInput, group: number): Judged {
  const { months, counts, days, fewest } = input;
  const [now, before] = [input.now[group] ?? 0, input.before[group] ?? 0];
  const dispersion = usualCountDispersion(
    counts.subarray(group * months, (group + 1) * months),
    days,
    yearOfMonths,
  );
  const known = dispersion ?? byChance;
  const { lower, upper } = countChangeInterval(now, before, known);
  const share = now + before > 0 ? relativeChangeInterval(now, before, known) : { lower: NaN, upper: NaN };
  const isTested = dispersion !== null && now + before >= fewest;
  return {
    ...{ lower, upper, shareLower: share.lower, shareUpper: share.upper },
    dispersion: dispersion?.factor ?? Number.NaN,
    p: isTested ? dispersedP(countScore(Math.round(now), Math.round(before)), dispersion) : Number.NaN,
  };
}

/** A side in whole cases; weighted sides are not whole. */
const whole = (cases: number, trials: number): [number, number] => {
  const all = Math.round(trials);
  return [Math.min(all, Math.round(cases)), all];
};

function judgeRate(input: ChangeInput, group: number): Judged {
  const { months, counts, of, fewest } = input;
  const [now, nowTrials] = whole(input.now[group] ?? 0, input.nowOf[group] ?? 0);
  const [before, beforeTrials] = whole(input.before[group] ?? 0, input.beforeOf[group] ?? 0);
  if (nowTrials === 0 || beforeTrials === 0) return unknown;
  const [from, to] = [group * months, (group + 1) * months];
  const dispersion = usualShareDispersion(counts.subarray(from, to), of.subarray(from, to));
  const known = dispersion ?? byChance;
  const shares = { now, nowTrials, before, beforeTrials };
  return {
    ...unknown,
    ...shareChangeInterval(shares, known),
    dispersion: dispersion?.factor ?? Number.NaN,
    p: Math.min(nowTrials, beforeTrials) < fewest ? Number.NaN : dispersedP(shareScore(shares), known),
  };
}

/** Judges the change of the whole and of each group. */
export function judgeChange(input: ChangeInput): ChangeJudged {
  const began = performance.now();
  const judge = input.kind === 'counts' ? judgeCounts : judgeRate;
  const all = Array.from(input.now, (_, group) => judge(input, group));
  const column = (name: keyof Judged) => Float64Array.from(all, (each) => each[name]);
  const p = column('p');
  const { q } = falseDiscovery(p.subarray(1));
  return {
    lower: column('lower'),
    upper: column('upper'),
    shareLower: column('shareLower'),
    shareUpper: column('shareUpper'),
    dispersion: column('dispersion'),
    p,
    q: Float64Array.from([p[0] ?? Number.NaN, ...q]),
    milliseconds: performance.now() - began,
  };
}
