import type { IntegrityCounts } from '@hotline-atlas/model';
import { compareShares } from './compare-shares.ts';
import type { Way } from './test-of-unit.ts';

export const fewestReplies = 15;

/** Where most units have none, what is expected of one. */
const least = 0.01;

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/**
 * Whether one text is given to matters of other topics more often than by other units: the share of replies
 * outside of its main topic, beside the median of theirs.
 */
export function templateReplies({ replies, oneText }: IntegrityCounts): Way[] {
  const shares = Array.from(oneText, (count, unit) => share(count, replies[unit] ?? 0));
  const isAsked = (unit: number) => (replies[unit] ?? 0) >= fewestReplies;
  const usual = median(shares.filter((_, unit) => isAsked(unit)));
  const compared = compareShares({
    ...{
      observed: oneText,
      of: replies,
      expectedFrom: () => oneText.map(() => Math.min(0.95, Math.max(usual, least))),
    },
    ...{ fewest: fewestReplies, side: 'high' },
  });
  return [{ name: '', compared, effect: { ratio: 2, points: 0.15, orders: 6 } }];
}
