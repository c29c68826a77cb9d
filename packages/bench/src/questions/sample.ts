import { createHash } from 'node:crypto';
import type { Question } from './question.ts';

/** Questions by the hash of their names: every stretch of the list is much like every other. */
export const inMixedOrder = (questions: readonly Question[]): Question[] =>
  questions
    .map((question) => ({ question, key: createHash('sha1').update(question.name).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ question }) => question);

/** Questions by what asks them. */
function strata(questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = `${question.list} ${question.panel}`;
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()];
}

/**
 * The order in which questions are put to the slower sides, who may run out of time: in turn one of every
 * panel, within a panel by the hash of the name, so that any beginning of the list is a fair sample, the same
 * in every run.
 */
export function inFairOrder(questions: readonly Question[]): Question[] {
  const queues = strata(questions).map(inMixedOrder);
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}
