import type { Notice } from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { type Counted, type CountedGroup, groupsOf } from './expectation.ts';
import type { RatesInput } from './judge.ts';

/** Groups asked less often are small: at 30 a rate is known to within about 17 points. */
export const fewest = 30;
export const fewestGroups = 3;

interface Sum {
  numerator: number;
  denominator: number;
}

/** What is known before judging. */
export interface Gathered {
  /** Those that were asked at all. */
  groups: CountedGroup[];
  all: Sum;
  without: Sum;
  /** Groups with appeals of which none was asked. */
  notAsked: number;
}

const sumOf = (groups: readonly Sum[]): Sum => ({
  numerator: groups.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: groups.reduce((sum, { denominator }) => sum + denominator, 0),
});

/** Adds up topics to groups; sets aside appeals without a group, and groups of which nobody was asked. */
export function gather(counts: readonly Counted[]): Gathered {
  const named = counts.filter(({ group }) => group !== '');
  const all = groupsOf(named);
  const groups = all.filter(({ denominator }) => denominator > 0);
  return {
    groups,
    all: sumOf(groups),
    without: sumOf(counts.filter(({ group }) => group === '')),
    notAsked: all.length - groups.length,
  };
}

/** Why nothing can be judged; null where it can. */
export function obstacle({ groups, all, notAsked }: Gathered): Notice | null {
  if (all.denominator === 0) return notice(notAsked > 0 ? 'not_asked' : 'no_data');
  const judged = groups.filter(({ denominator }) => denominator >= fewest);
  if (judged.length < fewestGroups)
    return notice(groups.length < fewestGroups ? 'too_few_groups' : 'too_few_appeals');
  const [first] = judged;
  const rateOf = ({ numerator, denominator }: CountedGroup) => numerator / denominator;
  return first && judged.every((group) => rateOf(group) === rateOf(first)) ? notice('all_equal') : null;
}

/** What is judged. */
export function inputOf({ groups, all }: Gathered, draws: number, seed: number): RatesInput {
  const mean = all.numerator / all.denominator;
  return {
    numerators: Float64Array.from(groups, ({ numerator }) => numerator),
    denominators: Float64Array.from(groups, ({ denominator }) => denominator),
    expected: Float64Array.from(groups, ({ expected }) => expected),
    mean,
    fewest,
    draws,
    seed,
  };
}
