import type { RepeatKind } from '@hotline-atlas/model';
import type { Repeated } from '@hotline-atlas/query';

/** A repetition with what is usual for it. */
export interface Ranked extends Repeated {
  kind: RepeatKind;
  /** Appeals a place had in such a period in the year before; null for callers and without history. */
  usual: number | null;
  /** Appeals beyond the usual, or beyond the first. */
  excess: number;
}

/** The first appeal is no repetition, however unusual it is. */
const first = 1;
const expected = (usual: number | null): number => Math.max(first, usual ?? 0);

/**
 * A repetition beside what is usual.
 * @param usual of places whose history is known
 */
export const rankedOf = (repeated: Repeated, kind: RepeatKind, usual: number | null): Ranked => ({
  ...repeated,
  kind,
  usual,
  excess: repeated.appeals - expected(usual),
});

/** How far the appeals lie beyond the usual, in its standard deviations by chance. */
const importance = ({ excess, usual }: Ranked): number => excess / Math.sqrt(expected(usual));

/** The most important first: a hospital with fifty a month, as always, comes after a new place with six. */
export const inOrder = (all: readonly Ranked[]): Ranked[] =>
  all
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => importance(b) - importance(a) || b.appeals - a.appeals || (a.key < b.key ? -1 : 1));
