import { expect, test } from 'vitest';
import type { CourseLine } from './courseRows.ts';
import { scaleOfLine } from './courseTold.ts';

const line = (name: string, value: number): CourseLine => ({
  ...{ name, kind: 'rate', label: name },
  points: [{ value, lower: value - 0.02, upper: value + 0.02, provisional: false }],
});

test('a rate has an axis of its own, shared by the units beside each other', () => {
  const lines = [line('resolution', 0.93), line('resolution', 0.97), line('repeats', 0.03)];
  const scale = scaleOfLine({ kind: 'rate', name: 'resolution' }, lines, 10);
  expect(scale?.low).toBeCloseTo(0.9, 9);
  expect(scale?.high).toBeCloseTo(1, 9);
  expect(scaleOfLine({ kind: 'rate', name: 'repeats' }, lines, 10)).toMatchObject({ low: 0 });
});
