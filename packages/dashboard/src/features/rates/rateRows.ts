import type { RateClass, Rates, RateVerdict } from '@hotline-atlas/model';
import type { RateList } from './address.ts';

/**
 * How sure and how far off: 1 truly off what is expected, 2 further off than groups usually differ, 3 far
 * further; negative
 * below. 0 where chance explains it, null where too few were asked.
 */
export type RateLevel = -3 | -2 | -1 | 0 | 1 | 2 | 3 | null;

/** One group with all that is known of it. */
export interface RateRow {
  code: string;
  numerator: number;
  denominator: number;
  rate: number;
  lower: number;
  upper: number;
  expected: number;
  ownPart: number;
  adjusted: number;
  weight: number;
  shrunken: number | null;
  low: number | null;
  high: number | null;
  rank: number | null;
  rankLow: number | null;
  rankHigh: number | null;
  chance: number | null;
  q: number | null;
  verdict: RateVerdict;
  class: RateClass;
  level: RateLevel;
}

const sizes: Record<RateClass, 1 | 2 | 3> = {
  far_worse: 3,
  worse: 2,
  inside: 1,
  better: 2,
  far_better: 3,
  small: 1,
};

/** Only what survives the control of false discoveries is off; how far, by the class. */
export function levelOf(verdict: RateVerdict, name: RateClass): RateLevel {
  if (verdict === 'small') return null;
  if (verdict === 'unclear') return 0;
  const size = sizes[name];
  return verdict === 'higher' ? size : (-size as RateLevel);
}

/** What is shown of a shrunken rate: those that read the same are told apart by the rate as counted. */
const orderOf = ({ level, shrunken }: RateRow): number =>
  (level === null ? 2 : 0) + Math.round((shrunken ?? 1) * 1000) / 1000;

/** Groups as rows, the lowest first and small ones last. */
export function rateRows({ groups }: Rates): RateRow[] {
  const number = (column: (number | null)[], at: number): number | null => column[at] ?? null;
  const rows = groups.group.map((code, at): RateRow => {
    const [verdict, name] = [groups.verdict[at] ?? 'small', groups.class[at] ?? 'small'];
    return {
      code,
      numerator: groups.numerator[at] ?? 0,
      denominator: groups.denominator[at] ?? 0,
      rate: groups.rate[at] ?? 0,
      lower: groups.lower[at] ?? 0,
      upper: groups.upper[at] ?? 1,
      expected: groups.expected[at] ?? 0,
      ownPart: groups.own_part[at] ?? 0,
      adjusted: groups.adjusted[at] ?? 0,
      weight: groups.weight[at] ?? 1,
      shrunken: number(groups.shrunken, at),
      low: number(groups.shrunken_lower, at),
      high: number(groups.shrunken_upper, at),
      rank: number(groups.rank, at),
      rankLow: number(groups.rank_lower, at),
      rankHigh: number(groups.rank_upper, at),
      chance: number(groups.p_chance, at),
      q: number(groups.q_chance, at),
      verdict,
      class: name,
      level: levelOf(verdict, name),
    };
  });
  return rows.sort((one, other) => orderOf(one) - orderOf(other) || one.adjusted - other.adjusted);
}

export interface Listed {
  rows: readonly RateRow[];
  /** Where those begin that chance explains, of which there is to be said that they are such. */
  chanceFrom: number | null;
}

/** A list shorter than this is filled with those next to it, so that it says where it ends. */
const fewest = 24;

/** What a reader wants to see of the rows. */
export function listedRows(rows: readonly RateRow[], list: RateList): Listed {
  if (list === 'all') return { rows, chanceFrom: null };
  const ordered = list === 'higher' ? rows.toReversed() : rows;
  const wanted = ordered.filter(({ verdict }) => verdict === list);
  const next = ordered.filter(({ level }) => level === 0).slice(0, Math.max(0, fewest - wanted.length));
  return { rows: [...wanted, ...next], chanceFrom: next.length > 0 ? wanted.length : null };
}
