import type { Evaluation } from '@hotline-atlas/model';

/** A unit in the same month by two schemes. */
export interface RankMove {
  code: string;
  before: number | null;
  after: number | null;
  scoreBefore: number | null;
  scoreAfter: number | null;
  /** After less before: below 0 it stands higher by the later scheme; null where one has no rank. */
  by: number | null;
}

/**
 * Units of the same month by an earlier and a later scheme that are ranked by one of them, those that moved
 * most first.
 */
export function rankMoves(before: Pick<Evaluation, 'units'>, after: Pick<Evaluation, 'units'>): RankMove[] {
  const placeBefore = new Map(before.units.unit.map((code, at) => [code, at]));
  const moves = after.units.unit.map((code, at): RankMove => {
    const from = placeBefore.get(code);
    const old = from === undefined ? null : (before.units.rank[from] ?? null);
    const now = after.units.rank[at] ?? null;
    return {
      ...{ code, before: old, after: now },
      scoreBefore: from === undefined ? null : (before.units.score[from] ?? null),
      scoreAfter: after.units.score[at] ?? null,
      by: old === null || now === null ? null : now - old,
    };
  });
  const size = ({ by }: RankMove) => (by === null ? -1 : Math.abs(by));
  return moves
    .filter(({ before: old, after: now }) => old !== null || now !== null)
    .sort((one, other) => size(other) - size(one) || (one.after ?? 1e9) - (other.after ?? 1e9));
}

/** How many units moved, stayed, or have a rank by one of the schemes alone. */
export function movesCounted(moves: readonly RankMove[]): {
  moved: number;
  stayed: number;
  gained: number;
  lost: number;
} {
  const count = (is: (move: RankMove) => boolean) => moves.filter(is).length;
  return {
    moved: count(({ by }) => by !== null && by !== 0),
    stayed: count(({ by }) => by === 0),
    gained: count(({ before, after }) => before === null && after !== null),
    lost: count(({ before, after }) => before !== null && after === null),
  };
}
