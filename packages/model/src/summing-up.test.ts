import { expect, test } from 'vitest';
import { stillSummingUp } from './summing-up.ts';

const done = { tables: { done: 28, of: 28 }, years: { done: 6, of: 6 }, months: { done: 72, of: 72 } };

test('what is still being summed up is told by its parts, and nothing once nobody waits for it', () => {
  expect(stillSummingUp({ ...done, complete: true })).toBeNull();
  const words = stillSummingUp({ ...done, months: { done: 10, of: 72 }, complete: false });
  expect(words?.en).toContain('10 of 72 months of texts indexed');
  expect(words?.en).not.toContain('tables');
  expect(words?.zh).toContain('10/72个月的全文索引');
});
