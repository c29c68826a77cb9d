import { expect, test } from 'vitest';
import { fold, type Held } from './fold.ts';

const january = 1500;
const february = 1501;
const of = (load: number, month: number, rows: number): Held => ({ generation: load * 4096 + month, rows });
const loads = (count: number, rows: number, first = 2) =>
  Array.from({ length: count }, (_, index) => of(first + index, january, rows));
const numbers = (held: readonly Held[]) => held.map(({ generation }) => generation);

test('a month that is written anew takes along what came in for it', () => {
  const [whole, corrections, other] = [of(1, january, 2_000), of(7, january, 30), of(1, february, 10)];
  const held = [whole, corrections, other];
  expect(fold(held, [corrections.generation], [whole.generation])).toEqual(numbers([whole, corrections]));
  expect(fold(held, [corrections.generation], [])).toEqual([]);
});

test('a large generation is not written anew for the sake of a small one', () => {
  const [whole, small, smaller] = [of(1, january, 2_000), of(2, january, 30), of(3, january, 20)];
  expect(fold([whole, small, smaller], [smaller.generation], [small.generation])).toEqual(
    numbers([small, smaller]),
  );
});

test('eight of a size become one, seven stay, whatever their number and the order they came in', () => {
  const [days, whole] = [loads(8, 100), of(1, january, 100_000)];
  const last = days.at(-1)?.generation ?? 0;
  expect(fold([whole, ...days], [last], [])).toEqual(numbers(days));
  expect(fold([whole, ...days.slice(1)], [last], [])).toEqual([]);
  expect(fold([...days, ...loads(7, 900, 20)], [last], [])).toEqual(numbers(days));
});

test('months nothing comes in for are left alone', () => {
  expect(fold([...loads(9, 100), of(50, february, 5)], [50 * 4096 + february], [])).toEqual([]);
});

test('thirty days that come one by one lie in a few generations at any time, and are seldom written anew', () => {
  let held: Held[] = [];
  let written = 0;
  for (let day = 1; day <= 240; day++) {
    const incoming = of(day, january, 1_000);
    held = [...held, incoming];
    const folded = new Set(fold(held, [incoming.generation], []));
    const together = held.filter(({ generation }) => folded.has(generation));
    const rows = together.reduce((sum, each) => sum + each.rows, 0);
    written += rows;
    if (rows > 0)
      held = [...held.filter(({ generation }) => !folded.has(generation)), of(1_000 + day, january, rows)];
    expect(held.length).toBeLessThanOrEqual(21);
  }
  expect(held.reduce((sum, { rows }) => sum + rows, 0)).toBe(240_000);
  expect(written).toBeLessThanOrEqual(3 * 240_000);
});
