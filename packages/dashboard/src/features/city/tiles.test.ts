import type { Answer } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { tilesOf } from './tiles.ts';

const shares = ['resolution_rate', 'satisfaction_rate', 'on_time_rate', 'excluded_share'];

/** An answer of one month: of each share its numerator and denominator. */
function answerOf(of: Record<string, readonly [number, number]>): Answer {
  const row: Answer['rows'][number] = { month: '2024-03-01', appeals: 310 };
  for (const share of shares) {
    const [numerator, denominator] = of[share] ?? [0, 0];
    row[share] = denominator === 0 ? null : numerator / denominator;
    row[`${share}_numerator`] = numerator;
    row[`${share}_denominator`] = denominator;
  }
  const covered = { days: 31, spans: [{ from: '2024-03-01', to: '2024-04-01' }], left_out: [] };
  return { meta: { covered, incomplete: [], ripeness: null }, rows: [row] } as unknown as Answer;
}

test('what is not recorded is no zero: rates without cases, exclusions where nothing was ever excluded', () => {
  const silent = answerOf({ resolution_rate: [80, 100], excluded_share: [0, 5000] });
  const { tiles, unrecorded } = tilesOf(silent, silent);
  expect(tiles.map(({ metric }) => metric)).toEqual(['appeals', 'resolution_rate']);
  expect(unrecorded).toEqual(['satisfaction_rate', 'on_time_rate', 'excluded_share']);
  const telling = answerOf({ resolution_rate: [0, 100], excluded_share: [5, 5000] });
  const told = tilesOf(telling, telling).tiles;
  expect(told.map(({ metric, value }) => [metric, value])).toEqual([
    ...[['appeals', 10] as const, ['resolution_rate', 0] as const, ['excluded_share', 0.001] as const],
  ]);
});
