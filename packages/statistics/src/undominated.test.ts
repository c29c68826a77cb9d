import { expect, test } from 'vitest';
import { randomInteger, seededRandom } from './random.ts';
import { undominated } from './undominated.ts';

test('by hand: equals dominate nobody, and the unknown is neither', () => {
  expect(
    undominated([
      [3, 1],
      [1, 3],
      [2, 1],
      [3, 1],
      [9, Number.NaN],
    ]),
  ).toEqual([true, true, false, true, null]);
  expect(undominated([])).toEqual([]);
});

test('whatever is dominated is so by a row that is not', () => {
  const random = seededRandom(2);
  for (let table = 0; table < 200; table++) {
    const rows = Array.from({ length: 10 }, () => [1, 2, 3].map(() => randomInteger(random, 6)));
    const marks = undominated(rows);
    const best = rows.filter((_, at) => marks[at]);
    rows.forEach((row, at) => {
      const above = best.some(
        (other) =>
          other.every((value, of) => value >= (row[of] ?? 0)) &&
          other.some((value, of) => value > (row[of] ?? 0)),
      );
      expect(above).toBe(!marks[at]);
    });
  }
});
