import { expect, test } from 'vitest';
import { foldedGenerations, type Held, rewrittenTogether } from './fold.ts';

const january = 1500;
const february = 1501;
const of = (load: number, month: number, rows: number): Held => ({ generation: load * 4096 + month, rows });
const loads = (count: number, rows: number, first = 2) =>
  Array.from({ length: count }, (_, index) => of(first + index, january, rows));
const numbers = (held: readonly Held[]) => held.map(({ generation }) => generation);

test('a month that is written anew takes along what came in for it', () => {
  const [whole, corrections, other] = [of(1, january, 2_000), of(7, january, 30), of(1, february, 10)];
  const held = [whole, corrections, other];
  expect(rewrittenTogether(held, [corrections.generation], [whole.generation])).toEqual(
    numbers([whole, corrections]),
  );
  expect(rewrittenTogether(held, [corrections.generation], [])).toEqual([]);
});

test('a large generation is not written anew for the sake of a small one', () => {
  const [whole, small, smaller] = [of(1, january, 2_000), of(2, january, 30), of(3, january, 20)];
  expect(rewrittenTogether([whole, small, smaller], [smaller.generation], [small.generation])).toEqual(
    numbers([small, smaller]),
  );
});

test('many that come in together are one from the first; one that comes in waits until it is folded', () => {
  const [days, counting] = [loads(8, 100), loads(7, 100, 20)];
  expect(rewrittenTogether([...days, ...counting], numbers(days), [])).toEqual(numbers(days));
  const last = of(40, january, 100);
  expect(rewrittenTogether([...counting, last], [last.generation], [])).toEqual([]);
  expect(foldedGenerations([...counting, last])).toEqual(numbers([...counting, last]));
});

test('eight of a size become one, seven stay, whatever their number and the order they came in', () => {
  const [days, whole] = [loads(8, 100), of(1, january, 100_000)];
  expect(foldedGenerations([whole, ...days])).toEqual(numbers(days));
  expect(foldedGenerations([whole, ...days.slice(1)])).toEqual([]);
  expect(foldedGenerations([...days, ...loads(7, 900, 20)])).toEqual(numbers(days));
});
