import { isDeepStrictEqual } from 'node:util';
import type { MonthlyTopicContent, MonthlyTopicState } from '@hotline-atlas/model';
import { NotNow } from './kept.ts';

/** The states that may follow on one. */
const next: Record<MonthlyTopicState, readonly MonthlyTopicState[]> = {
  candidate: ['candidate', 'picked'],
  picked: ['picked', 'candidate', 'frozen'],
  frozen: ['frozen', 'under_way'],
  under_way: ['under_way', 'reviewed'],
  reviewed: ['reviewed', 'under_way'],
};

/** What says which candidates were frozen: it stays as it was. */
const fixed = ['month', 'level', 'topics', 'area'] as const;

const isFrozen = ({ state }: MonthlyTopicContent): boolean => state !== 'candidate' && state !== 'picked';

/**
 * Whether a topic of the month may go from one content to another.
 * @param now null for a new one
 * @param wanted null to take it away
 * @throws NotNow
 */
export function checkStep(now: MonthlyTopicContent | null, wanted: MonthlyTopicContent | null): void {
  const allowed = now ? next[now.state] : (['candidate', 'picked'] as const);
  if (!wanted) {
    if (now && isFrozen(now)) throw new NotNow('What is frozen stays: it cannot be taken away.');
    return;
  }
  if (!allowed.some((state) => state === wanted.state))
    throw new NotNow(
      `A topic that is ${now?.state ?? 'new'} can become ${allowed.join(' or ')}, not ${wanted.state}.`,
    );
  if (!now || !isFrozen(now)) return;
  const changed = fixed.find((field) => !isDeepStrictEqual(now[field], wanted[field]));
  if (changed) throw new NotNow(`${changed}: it is frozen and stays as it was.`);
}

/** Whether a step freezes the candidates. */
export const freezes = (now: MonthlyTopicContent, wanted: MonthlyTopicContent): boolean =>
  now.state === 'picked' && wanted.state === 'frozen';
