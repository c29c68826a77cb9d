import { expect, test } from 'vitest';
import { type NameAt, placeNames } from './names.ts';

const at = (code: string, x: number, y: number, room = 5000): NameAt => ({ code, text: code, x, y, room });
const codes = (names: readonly NameAt[]) => names.map(({ code }) => code);

test('what a title names is labelled before what is larger, and however small it is', () => {
  const crowded = [at('Large', 100, 100, 9000), at('Named', 104, 100, 20)];
  expect(codes(placeNames(crowded, { first: [] }))).toEqual(['Large']);
  const names = placeNames(crowded, { first: ['Named'] });
  expect(codes(names)).toEqual(['Named']);
});

test('two names that are wanted both stand, beside each other', () => {
  const [first, second] = placeNames([at('Xicheng', 100, 100, 20), at('Dongcheng', 110, 100, 20)], {
    first: ['Xicheng', 'Dongcheng'],
  });
  expect(first).toMatchObject({ code: 'Xicheng', x: 100, y: 100 });
  expect(second?.code).toBe('Dongcheng');
  expect(Math.abs((second?.y ?? 0) - 100)).toBeGreaterThanOrEqual(16);
});

test('the others follow by their value, and no name leaves its box', () => {
  const values: Record<string, number> = { Low: 1, High: 9 };
  const order = { first: [], figureOf: (code: string) => values[code] ?? null };
  expect(codes(placeNames([at('Low', 50, 50), at('High', 52, 50)], order))).toEqual(['High']);
  expect(placeNames([at('Edge', 5, 50)], { ...order, box: { width: 100, height: 100 } })).toEqual([]);
});
