import type { DimensionName, Resolution } from './dimensions.ts';
import type { Clause } from './filter.ts';
import type { RankedDimension } from './scheme.ts';

/**
 * Who asks, and so what they may see: clauses nobody can take away, and fields they do not get. A required
 * argument of everything that compiles a question, applied where the table is read, and part of every cache
 * key.
 */
export interface Scope {
  /** Every appeal that is seen or counted satisfies all of them. */
  clauses: readonly Clause[];
  /** Whether texts, replies and addresses may be seen and searched. */
  texts: boolean;
  /** The finest place that may be seen or asked for: the point, or an H3 resolution. */
  place: 'point' | Resolution;
  /** The finest moment that may be seen. */
  time: 'second' | 'hour';
  /** The project whose pseudonyms stand for callers; null: callers are not seen. */
  callers: string | null;
  /**
   * Dimensions of the aggregates of the whole city that may be asked for besides, by month or coarser; none:
   * no such aggregates.
   */
  published: readonly DimensionName[];
  /**
   * Whose rankings in the evaluation of a month are open as a whole: what a ranking tells of everybody, and
   * no other aggregate.
   */
  rankings: readonly RankedDimension[];
}

/** Everything may be seen: the scope of open access. */
export const everything: Scope = {
  clauses: [],
  texts: true,
  place: 'point',
  time: 'second',
  callers: null,
  published: [],
  rankings: [],
};
