import type { UnitEvaluation } from '@hotline-atlas/model';
import { points, told } from '../answer/columns.ts';
import type { RankReach } from '../ranking/rank-intervals.ts';
import { ranksOf } from '../ranking/ranks.ts';
import { toldApart } from '../ranking/told-apart.ts';
import { type Scored, unitsInPoint } from '../score/score-month.ts';
import { type MissedQuestion, missedOf } from './missed.ts';
import { likeUnits, neighboursOf } from './others.ts';
import { reasonsOf } from './reasons.ts';
import { topicsOf } from './topics.ts';
import { unitRates } from './unit-rates.ts';

/** What whoever asks sees. */
export interface DepthSeen {
  /** The details of the unit: its topics, its exclusions, its orders. */
  details: boolean;
  /** The details of every unit of the group. */
  all: boolean;
  /** What the group does by topic. */
  topics: boolean;
}

export type DepthQuestion = MissedQuestion & { isProvisional: boolean; seen: DepthSeen };

/** A unit's month, without what it says of itself. */
type Depth = Omit<UnitEvaluation, 'meta' | 'method' | 'notice'>;

/** A stratum is a topic of the first and one of the second level. */
const topic1Of = (stratum: string): string => stratum.split('\u001f')[0] ?? '';

/** The month of one unit in depth. @param scored by a tally whose strata are topics of two levels */
export function unitInDepth(scored: Scored, reach: RankReach, question: DepthQuestion): Depth {
  const { unit, seen, isProvisional } = question;
  const { scheme, score, standing } = scored;
  const apart = toldApart(
    score.map((value) => value / unitsInPoint(scheme)),
    scored.variance,
  );
  return {
    standing: standing[unit] ?? 'not_asked',
    rank: told(ranksOf(score)[unit], 0),
    rank_first: told(reach.first[unit], 0),
    rank_last: told(reach.last[unit], 0),
    ranked: apart.order.length,
    score: points(score[unit], scheme),
    score_lower: told(scored.lower[unit], scheme.decimals),
    score_upper: told(scored.upper[unit], scheme.decimals),
    indicators: unitRates(scored, unit),
    topics: seen.details ? topicsOf(scored, { unit, isProvisional, isGroupSeen: seen.topics }) : null,
    reasons: seen.details ? reasonsOf(scored, unit, seen.all) : null,
    missed: seen.details ? missedOf(scored, question) : null,
    neighbours: neighboursOf(scored, apart, unit),
    like: likeUnits(scored, unit, { isMixSeen: seen.all, topicOf: topic1Of }),
  };
}
