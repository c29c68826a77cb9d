import { expect, test } from 'vitest';
import { planned } from '../../testing/story.ts';
import { compileCounts } from './compile-counts.ts';
import { countedRowsOf } from './counted-row.ts';

const year = 'metrics=appeals&by=district&from=2023-01-01&to=2024-01-01&compare=year';

test('both sides of a combination come in rows of their own, and lie beside each other again', () => {
  const plan = planned(year);
  expect(compileCounts(plan).text).toMatchInlineSnapshot(`
    "WITH (source.generation IN {now_generations:Array(UInt32)}) AS is_now, (source.generation IN {before_generations:Array(UInt32)}) AS is_before
    SELECT source.district AS district, is_now + 2 * is_before AS sides, sumForEach([source.s_appeals]) AS sums
    FROM rollup_month_area AS source
    WHERE source.generation IN {now_or_before_generations:Array(UInt32)}
    GROUP BY 1, 2
    ORDER BY 1
    LIMIT {limit:UInt32}"
  `);
  const counted = countedRowsOf(
    [
      { district: '', sides: 1, sums: [3] },
      { district: 'north', sides: 1, sums: [5] },
      { district: 'north', sides: 2, sums: [7] },
      { district: 'south', sides: 2, sums: [2] },
    ],
    plan,
  );
  expect(
    counted.map(({ dimensions, sides }) => [dimensions.district, sides.now?.sums, sides.before?.sums]),
  ).toEqual([
    ['', [3], undefined],
    ['north', [5], [7]],
    ['south', undefined, [2]],
  ]);
});

test('a row that counts on both sides counts on both, histograms too', () => {
  const plan = planned('metrics=appeals,median_hours_to_close&from=2022-01-01&to=2025-01-01&compare=year');
  const [countedRow, ...more] = countedRowsOf(
    [
      { sides: 3, sums: [10], close_histogram: [1, 2] },
      { sides: 1, sums: [4], close_histogram: [0, 0, 5] },
    ],
    plan,
  );
  expect(countedRow).toMatchObject({
    sides: { now: { sums: [14], histogram: [1, 2, 5] }, before: { sums: [10], histogram: [1, 2] } },
  });
  expect(more).toEqual([]);
});

test('the whole of nothing is one row', () => {
  expect(
    countedRowsOf([], planned('metrics=appeals&from=2024-01-01&to=2025-01-01&compare=year')),
  ).toHaveLength(1);
});
