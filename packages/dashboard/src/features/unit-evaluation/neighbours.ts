import type { Evaluation } from '@hotline-atlas/model';
import { rowOf, type UnitRow } from './unitRow.ts';

/** Somebody near in the ranking. */
export interface Neighbour {
  row: UnitRow;
  /** Places between, below 0 where it stands above. */
  off: number;
  /** Whether their scores truly differ; that of neighbours in between tells it. */
  isApart: boolean;
  /** The least of the adjusted p-values between; null where none was tested. */
  p: number | null;
}

/** The units so many places above and below one; none where it is not ranked. */
export function neighboursOf(answer: Pick<Evaluation, 'units'>, at: number, many = 2): Neighbour[] {
  const { units } = answer;
  const ranked = units.rank.filter((rank) => rank !== null).length;
  if (at >= ranked) return [];
  const offs = Array.from({ length: 2 * many + 1 }, (_, index) => index - many);
  return offs
    .filter((off) => off !== 0 && at + off >= 0 && at + off < ranked)
    .map((off) => {
      const [from, to] = off < 0 ? [at + off, at] : [at, at + off];
      const tests = units.told_apart_p.slice(from, to).filter((p) => p !== null);
      return {
        row: rowOf(answer, at + off),
        off,
        isApart: units.told_apart.slice(from, to).some((apart) => apart === true),
        p: tests.length > 0 ? Math.min(...tests) : null,
      };
    });
}
