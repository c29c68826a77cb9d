import type { PlannedTopic } from './topics.ts';

/**
 * Of a thousand questions, how many become orders; of a thousand others, how many do. As in
 * sql/3_subject.sql.
 */
const dispatchedOfConsultations = 0.012;
const dispatchedOfOthers = 0.983;

/** Share of questions at which a share of all appeals becomes orders. */
export const consultationShare = (dispatched: number): number =>
  (dispatchedOfOthers - dispatched) / (dispatchedOfOthers - dispatchedOfConsultations);

const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Share of questions in each topic: their own, all moved by the same odds so that together they are `share`
 * of the appeals.
 * @param weights appeals by topic, any scale
 */
export function consultationShares(
  topics: readonly PlannedTopic[],
  weights: readonly number[],
  share: number,
): number[] {
  const own = topics.map(({ traits }) => logit(traits.consultation / 100));
  const all = weights.reduce((a, b) => a + b, 0);
  const reached = (by: number) =>
    own.reduce((sum, each, at) => sum + logistic(each + by) * (weights[at] ?? 0), 0) / all;
  let [low, high] = [-12, 12];
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (reached(middle) < share) low = middle;
    else high = middle;
  }
  return own.map((each) => logistic(each + low));
}

/** Share of enterprises in each topic, so that together they make `share` of the appeals. */
export function enterpriseShares(
  topics: readonly PlannedTopic[],
  weights: readonly number[],
  share: number,
): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  const mean = topics.reduce((sum, { traits }, at) => sum + traits.enterprise * (weights[at] ?? 0), 0) / all;
  return topics.map(({ traits }) => Math.min(0.9, (share * traits.enterprise) / mean));
}
