import {
  type ChangeMark,
  fewestAnnounced,
  type Indicator,
  isExcluded,
  type UnitEvaluation,
  wilsonScoreInterval,
} from '@hotline-atlas/model';
import { falseDiscovery, shareScore } from '@hotline-atlas/statistics';
import { told } from '../answer/columns.ts';
import { twoSided } from '../ranking/told-apart.ts';
import { reach } from '../score/score-interval.ts';
import { growth, type Scored } from '../score/score-month.ts';
import { ofGroup } from './unit-rates.ts';

type TopicRates = NonNullable<UnitEvaluation['topics']>['indicators'][number];

/** Counts of a topic: of the unit, and of the group with it. */
interface TopicCounts {
  cases: number;
  all: number;
  groupCases: number;
  groupAll: number;
}

/** What is counted by topic; topics are strata of the tally. */
interface ByTopic {
  orders: Float64Array;
  /** Shapes indicators × topics. */
  counts: TopicCounts[][];
}

function countByTopic({ tally, scheme }: Scored, unit: number): ByTopic {
  const orders = new Float64Array(tally.strata.length);
  const counts = scheme.indicators.map(() =>
    tally.strata.map((): TopicCounts => ({ cases: 0, all: 0, groupCases: 0, groupAll: 0 })),
  );
  const out = tally.reasons.map((reason) => isExcluded(scheme, reason));
  tally.unit.forEach((of, entry) => {
    const stratum = tally.stratum[entry] ?? 0;
    const isOwn = of === unit;
    if (isOwn) orders[stratum] = (orders[stratum] ?? 0) + (tally.orders[entry] ?? 0);
    if (out[tally.reason[entry] ?? 0]) return;
    for (const [at, topics] of counts.entries()) {
      const topic = topics[stratum];
      if (!topic) continue;
      const [cases, all] = [tally.numerators[at]?.[entry] ?? 0, tally.denominators[at]?.[entry] ?? 0];
      topic.groupCases += cases;
      topic.groupAll += all;
      if (isOwn) topic.cases += cases;
      if (isOwn) topic.all += all;
    }
  });
  return { orders, counts };
}

/**
 * Points of a share of all, where points grow evenly with the rate between both rates; NaN where they do not.
 */
function slopeOf({ scoring, weight }: Indicator, grown: number, rates: readonly number[]): number {
  if (scoring.by !== 'share') return Number.NaN;
  const { none, full } = scoring;
  const [least, most] = [Math.min(none, full), Math.max(none, full)];
  const isEven = rates.every((rate) => rate >= least && rate <= most);
  return isEven ? (weight * grown) / (full - none) : Number.NaN;
}

/** What a topic gives to the difference of a rate from that of the group. */
interface Gives {
  /** Orders of the topic are handled better or worse. */
  handling: number;
  /** There are more or fewer of them. */
  mix: number;
}

/** Against the rest of the group: a group that is the unit alone has none. */
function scoreOf({ cases, all, groupCases, groupAll }: TopicCounts): number {
  if (all === 0 || groupAll === all) return Number.NaN;
  return shareScore({
    ...{ now: cases, nowTrials: all },
    ...{ before: groupCases - cases, beforeTrials: groupAll - all },
  });
}

const columnsOf = (topics: readonly TopicCounts[]) => ({
  numerator: topics.map(({ cases }) => cases),
  denominator: topics.map(({ all }) => all),
  rate: topics.map(({ cases, all }) => told(cases / all, 6)),
  lower: topics.map(({ cases, all }) =>
    all > 0 ? told(wilsonScoreInterval(cases, all, reach).lower, 6) : null,
  ),
  upper: topics.map(({ cases, all }) =>
    all > 0 ? told(wilsonScoreInterval(cases, all, reach).upper, 6) : null,
  ),
});

const nothing = (topics: readonly TopicCounts[]) => topics.map(() => null);

/** What nobody may be told who does not know the city's figures by topic. */
const closed = (name: string, topics: readonly TopicCounts[]): TopicRates => ({
  ...{ name, ...columnsOf(topics), expected: nothing(topics), group_rate: nothing(topics) },
  ...{ handling: nothing(topics), mix: nothing(topics), points: nothing(topics) },
  ...{ p: nothing(topics), q: nothing(topics), mark: topics.map(() => 'too_few' as const) },
});

/**
 * The difference of a rate from that of the group, by topic: how orders of each are handled, at the unit's
 * mix (observed less expected), and how the unit's mix differs, at the rates of the group. The parts add up
 * to the difference.
 *
 * Kitagawa, E. M. (1955), J. Am. Stat. Assoc. 50, 1168-1194.
 */
function givesOf(topics: readonly TopicCounts[], all: number, groupRate: number, groupAll: number): Gives[] {
  return topics.map((topic) => {
    const rate = topic.groupAll > 0 ? topic.groupCases / topic.groupAll : groupRate;
    return {
      handling: (topic.cases - topic.all * rate) / all,
      mix: (topic.all / all - topic.groupAll / groupAll) * (rate - groupRate),
    };
  });
}

const markOf = (q: number, isFew: boolean, isProvisional: boolean): ChangeMark => {
  if (Number.isNaN(q) || isFew) return 'too_few';
  if (isProvisional) return 'provisional';
  return q <= 0.05 ? 'beyond_chance' : 'chance';
};

function openRates(
  scored: Scored,
  topics: readonly TopicCounts[],
  at: number,
  q: readonly number[],
  isProvisional: boolean,
): TopicRates {
  const { scheme, measured } = scored;
  const indicator = scheme.indicators[at];
  const group = ofGroup(scored, at);
  const own = topics.reduce((sum, { cases, all }) => ({ cases: sum.cases + cases, all: sum.all + all }), {
    ...{ cases: 0, all: 0 },
  });
  const [rate, groupRate] = [own.cases / own.all, group.cases / group.all];
  const gives = givesOf(topics, own.all, groupRate, group.all);
  const slope =
    indicator && measured.includes(at)
      ? slopeOf(indicator, growth(scheme, measured), [rate, groupRate])
      : Number.NaN;
  return {
    name: indicator?.name ?? '',
    ...columnsOf(topics),
    expected: topics.map(({ all, groupCases, groupAll }) => told((all * groupCases) / groupAll, 3)),
    group_rate: topics.map(({ groupCases, groupAll }) => told(groupCases / groupAll, 6)),
    handling: gives.map(({ handling }) => told(handling, 9)),
    mix: gives.map(({ mix }) => told(mix, 9)),
    points: gives.map(({ handling, mix }) => told((handling + mix) * slope, 6)),
    p: topics.map((topic) => told(twoSided(scoreOf(topic)), 6)),
    q: q.map((value) => told(value, 6)),
    mark: topics.map(({ all, groupAll }, topic) =>
      markOf(
        q[topic] ?? Number.NaN,
        all < fewestAnnounced || groupAll - all < fewestAnnounced,
        isProvisional,
      ),
    ),
  };
}

/** Parts of a stratum's name: topic, and topic of the second level. */
const separator = '\u001f';

/** What is asked of topics. */
export interface TopicsQuestion {
  unit: number;
  isProvisional: boolean;
  /** Whether whoever asks may know what the group does by topic. */
  isGroupSeen: boolean;
}

/**
 * What each topic gives to the difference of a unit's rates from those of the group, and whether it truly
 * differs: Fisher's exact test at mid-p against the rest of the group, Benjamini-Hochberg over all topics and
 * indicators of the unit.
 * @param scored by a tally whose strata are topics of two levels
 */
export function topicsOf(
  scored: Scored,
  { unit, isProvisional, isGroupSeen }: TopicsQuestion,
): NonNullable<UnitEvaluation['topics']> {
  const { tally, scheme } = scored;
  const { orders, counts } = countByTopic(scored, unit);
  const places = [...tally.strata.keys()].filter(
    (at) => isGroupSeen || (orders[at] ?? 0) > 0 || counts.some((topics) => (topics[at]?.all ?? 0) > 0),
  );
  const shown = counts.map((topics) => places.flatMap((at) => topics[at] ?? []));
  const isTested = ({ all, groupAll }: TopicCounts) =>
    all >= fewestAnnounced && groupAll - all >= fewestAnnounced;
  const p = Float64Array.from(
    shown.flat().map((topic) => (isTested(topic) ? twoSided(scoreOf(topic)) : Number.NaN)),
  );
  const { q } = falseDiscovery(p);
  const names = places.map((at) => (tally.strata[at] ?? '').split(separator));
  return {
    topic1: names.map(([topic1 = '']) => topic1),
    topic2: names.map(([, topic2 = '']) => topic2),
    orders: places.map((at) => orders[at] ?? 0),
    indicators: shown.map((topics, at) =>
      isGroupSeen
        ? openRates(
            scored,
            topics,
            at,
            Array.from(topics, (_, topic) => q[at * places.length + topic] ?? Number.NaN),
            isProvisional,
          )
        : closed(scheme.indicators[at]?.name ?? '', topics),
    ),
  };
}
