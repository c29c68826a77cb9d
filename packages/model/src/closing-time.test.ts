import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closingTimeEdges } from './closing-time.ts';

const statutoryHours = [2, 24, 7 * 24, 15 * 24];

test('the classes of times to close begin at the statutory limits, and are those of the table', () => {
  for (const limit of statutoryHours) expect(closingTimeEdges).toContain(limit);
  const sql = readFileSync(new URL('../../../sql/history/002_appeal.sql', import.meta.url), 'utf8');
  const inTable = /\[([\d, ]{200,})\]/.exec(sql)?.[1]?.split(',').map(Number);
  expect(inTable).toEqual(closingTimeEdges.map((hours) => Math.round(hours * 3600)));
});
