import {
  type CandidateCriterion,
  type CandidateGrowth,
  type ChangeMark,
  type DominanceCriterion,
  type LocalDate,
  type MonthlyTopicCandidate,
  shift,
} from '@hotline-atlas/model';
import { effectiveNumber, undominated, wilsonInterval } from '@hotline-atlas/statistics';
import { probability, rounded } from '../answer/numbers.ts';
import type { ChangeJudged } from '../change/judge.ts';
import type { Sides } from '../change/sides.ts';
import type { Repeats, TopicFigures } from './gathered.ts';
import type { CandidatesJudged } from './judge.ts';

/** Rate of false discoveries that is kept. */
export const levelOfDiscoveries = 0.05;
/** A month is in season from so much of the mean month on. */
const inSeasonFrom = 1.1;

/** What the candidates are made of. */
export interface Gathered {
  month: LocalDate;
  topics: readonly TopicFigures[];
  whole: TopicFigures;
  repeats: ReadonlyMap<string, Repeats>;
  year: ReadonlyMap<string, Sides> | null;
  previous: ReadonlyMap<string, Sides> | null;
  judged: CandidatesJudged;
  /** Whether the resolution rates of the month are ripe. */
  ripe: boolean;
}

/** A share with its interval. */
export function shareOf(numerator: number, denominator: number) {
  const { lower, upper } =
    denominator > 0 ? wilsonInterval(numerator, denominator) : { lower: Number.NaN, upper: Number.NaN };
  return {
    ...{ numerator, denominator },
    rate: rounded(numerator / denominator, 5),
    lower: rounded(lower, 5),
    upper: rounded(upper, 5),
  };
}

function markOf(p: number, q: number, ripe: boolean): ChangeMark {
  if (Number.isNaN(p)) return 'too_few';
  if (!ripe) return 'provisional';
  return q <= levelOfDiscoveries ? 'beyond_chance' : 'chance';
}

const none = { now: 0, before: 0 };

function growthOf(
  topic: string,
  at: number,
  sides: ReadonlyMap<string, Sides> | null,
  judged: ChangeJudged | null,
  season: number | null,
): CandidateGrowth | null {
  if (!sides || !judged) return null;
  const { now, before } = sides.get(topic) ?? none;
  const of = (column: Float64Array) => column[at + 1] ?? Number.NaN;
  const [p, q] = [of(judged.p), of(judged.q)];
  return {
    now: rounded(now, 3) ?? 0,
    before: rounded(before, 3) ?? 0,
    change: rounded(now - before, 3) ?? 0,
    change_share: rounded((now - before) / before, 5),
    lower: rounded(of(judged.shareLower), 5),
    upper: rounded(of(judged.shareUpper), 5),
    p: probability(p),
    q: probability(q),
    mark: markOf(p, q, true),
    season,
  };
}

/** The change from the month before to this one that a known season alone would bring. */
function seasonalShare(at: number, { month, judged }: Gathered): number | null {
  const { factors = [], q = Number.NaN } = judged.season[at] ?? {};
  const now = Number(month.slice(5, 7)) - 1;
  const share = (factors[now] ?? Number.NaN) / (factors[(now + 11) % 12] ?? Number.NaN) - 1;
  return q <= levelOfDiscoveries ? rounded(share, 5) : null;
}

function spreadOf({ places }: TopicFigures, whole: TopicFigures): MonthlyTopicCandidate['spread'] {
  const counts = [...places.values()];
  const located = counts.reduce((sum, count) => sum + count, 0);
  const [most] = [...places].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return {
    located,
    subdistricts: places.size,
    of: whole.places.size,
    effective: rounded(effectiveNumber(counts), 2),
    largest: most
      ? { subdistrict: most[0], appeals: most[1], share: rounded(most[1] / located, 5) ?? 0 }
      : null,
  };
}

function resolutionOf(
  { resolved, asked }: TopicFigures,
  at: number,
  { whole, judged, ripe }: Gathered,
): MonthlyTopicCandidate['resolution'] {
  const [p = Number.NaN, q = Number.NaN] = [judged.resolution.p[at], judged.resolution.q[at]];
  return {
    ...shareOf(resolved, asked),
    difference: rounded(resolved / asked - whole.resolved / whole.asked, 5),
    p: probability(p),
    q: probability(q),
    mark: markOf(p, q, ripe),
  };
}

/** Months from one calendar month to the next of another, 0 to 11. */
const monthsTo = (from: number, to: number): number => (to - from + 12) % 12;

function seasonOf(at: number, { month, judged }: Gathered): MonthlyTopicCandidate['season'] {
  const { factors = [], p = Number.NaN, q = Number.NaN, years = 0 } = judged.season[at] ?? {};
  const tested = !Number.isNaN(p);
  const known = tested && q <= levelOfDiscoveries;
  const now = Number(month.slice(5, 7)) - 1;
  const peak = factors.indexOf(Math.max(...factors));
  const factor = factors[now] ?? Number.NaN;
  return {
    ...{ years, known },
    p: probability(p),
    now: tested ? rounded(factor, 3) : null,
    in_season: known ? factor >= inSeasonFrom : null,
    peak: known ? peak + 1 : null,
    peak_factor: known ? rounded(factors[peak], 3) : null,
    months_to_peak: known ? monthsTo(now, peak) : null,
    factors: tested ? factors.map((each) => rounded(each, 3)) : [],
  };
}

function persistenceOf(at: number, { month, judged }: Gathered): MonthlyTopicCandidate['persistence'] {
  const { above = 0, known = 0, run = 0 } = judged.persistence[at] ?? {};
  return { above, known, run, since: run > 0 ? shift(month, 'month', 1 - run).slice(0, 7) : null };
}

function candidateOf(figures: TopicFigures, at: number, gathered: Gathered): MonthlyTopicCandidate {
  const { topic, topic1, topic2, appeals } = figures;
  const { whole, judged, year, previous } = gathered;
  const { again = 0, known = 0 } = gathered.repeats.get(topic) ?? {};
  return {
    ...{ topic, topic1, topic2 },
    volume: { appeals, share: rounded(appeals / whole.appeals, 5) },
    growth: growthOf(topic, at, year, judged.year, null),
    growth_previous: growthOf(topic, at, previous, judged.previous, seasonalShare(at, gathered)),
    spread: spreadOf(figures, whole),
    resolution: resolutionOf(figures, at, gathered),
    repeats: known > 0 ? shareOf(again, known) : null,
    season: seasonOf(at, gathered),
    persistence: persistenceOf(at, gathered),
    undominated: null,
  };
}

const known = (value: number | null | undefined): number => value ?? Number.NaN;

/** What speaks for a topic, as a number of which more does; NaN where it is not known. */
const speaking: Record<CandidateCriterion, (candidate: MonthlyTopicCandidate) => number> = {
  volume: ({ volume }) => volume.appeals,
  growth: ({ growth }) => known(growth?.change_share),
  growth_previous: ({ growth_previous }) => known(growth_previous?.change_share),
  spread: ({ spread }) => known(spread.effective),
  resolution: ({ resolution }) => -known(resolution.rate),
  repeats: ({ repeats }) => known(repeats?.rate),
  season: ({ season }) => -known(season.months_to_peak),
  persistence: ({ persistence }) => (persistence.known > 0 ? persistence.above : Number.NaN),
};

/** Most first; what is not known last, and equal ones by volume. */
const inOrder = (order: CandidateCriterion) => (one: MonthlyTopicCandidate, other: MonthlyTopicCandidate) => {
  const [first, second] = [speaking[order](one), speaking[order](other)];
  const unknown = Number(Number.isNaN(first)) - Number(Number.isNaN(second));
  return unknown || second - first || other.volume.appeals - one.volume.appeals;
};

/** The candidates, and the criteria in which they were compared. */
interface Ordered {
  topics: MonthlyTopicCandidate[];
  criteria: DominanceCriterion[];
}

/**
 * The candidates in the order asked for, those marked that no other dominates. A criterion of which nothing
 * is known of any topic, such as repeats where no callers are known, is left out.
 */
export function candidatesOf(
  gathered: Gathered,
  order: CandidateCriterion,
  asked: readonly DominanceCriterion[],
): Ordered {
  const all = gathered.topics.map((figures, at) => candidateOf(figures, at, gathered));
  const criteria = asked.filter((name) => all.some((each) => !Number.isNaN(speaking[name](each))));
  const marks = undominated(all.map((candidate) => criteria.map((name) => speaking[name](candidate))));
  const marked = all.map((candidate, at) => ({
    ...candidate,
    undominated: criteria.length > 0 ? (marks[at] ?? null) : null,
  }));
  return { topics: marked.sort(inOrder(order)), criteria };
}
