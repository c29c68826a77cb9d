import type { DimensionName } from '../dimensions.ts';
import type { MetricName } from '../metrics.ts';

/** Levels of topics a topic of the month is picked from. */
export const candidateLevels = ['topic2', 'topic3'] as const satisfies DimensionName[];
export type CandidateLevel = (typeof candidateLevels)[number];

/** What speaks for a topic; each is a number of its own, and none is a score of all. */
export const candidateCriteria = [
  'volume',
  'growth',
  'growth_previous',
  'spread',
  'resolution',
  'repeats',
  'season',
  'persistence',
] as const;
export type CandidateCriterion = (typeof candidateCriteria)[number];

/** Criteria a topic can be dominated in; the lead time to a season is none. */
export const dominanceCriteria = [
  'volume',
  'growth',
  'growth_previous',
  'spread',
  'resolution',
  'repeats',
  'persistence',
] as const satisfies CandidateCriterion[];
export type DominanceCriterion = (typeof dominanceCriteria)[number];

/** What the mark of a topic that none dominates rests on, where nobody says. */
export const usualDominance = [
  'volume',
  'growth',
  'spread',
  'resolution',
  'repeats',
] as const satisfies DominanceCriterion[];

/** How far the work on a topic of the month is, in this order. */
export const monthlyTopicStates = ['candidate', 'picked', 'frozen', 'under_way', 'reviewed'] as const;
export type MonthlyTopicState = (typeof monthlyTopicStates)[number];

/** How far a task of a topic of the month is. */
export const taskStates = ['open', 'done', 'dropped'] as const;

/** What an effect can be measured in. */
export const effectMeasures = [
  'appeals',
  'resolution_rate',
  'satisfaction_rate',
  'response_rate',
  'on_time_rate',
  'repeat_share',
] as const satisfies MetricName[];
export type EffectMeasure = (typeof effectMeasures)[number];

/**
 * `changed`: beyond what placebos show, by both methods and in the same direction. `not_shown`: within it.
 * `cannot_say`: the control is not good enough, or there is too little to judge by.
 */
export const effectVerdicts = ['changed', 'not_shown', 'cannot_say'] as const;
export type EffectVerdict = (typeof effectVerdicts)[number];

/** Why nothing can be said of an effect, or not yet. */
export const effectObstacles = [
  'not_begun',
  'short_before',
  'no_after',
  'too_few',
  'few_controls',
  'poor_fit',
  'moved_before',
] as const;
export type EffectObstacle = (typeof effectObstacles)[number];
