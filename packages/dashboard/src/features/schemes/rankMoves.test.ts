import type { Evaluation } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { movesCounted, rankMoves } from './rankMoves.ts';

const ranked = (units: Record<string, number | null>): Pick<Evaluation, 'units'> => ({
  units: {
    unit: Object.keys(units),
    rank: Object.values(units),
    score: Object.values(units).map((rank) => (rank === null ? null : 100 - rank)),
  } as unknown as Evaluation['units'],
});

test('units that move most come first; who has a rank by one scheme alone is told, who has none is not', () => {
  const before = ranked({ a: 1, b: 2, c: 3, d: null, gone: 4, none: null });
  const after = ranked({ c: 1, a: 2, b: 2, d: 4, gone: null, none: null });
  const moves = rankMoves(before, after);
  expect(moves.map(({ code, by }) => [code, by])).toEqual([
    ['c', -2],
    ['a', 1],
    ['b', 0],
    ['d', null],
    ['gone', null],
  ]);
  expect(movesCounted(moves)).toEqual({ moved: 2, stayed: 1, gained: 1, lost: 1 });
});
