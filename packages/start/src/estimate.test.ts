import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { assertFits, describe, estimateOf } from './estimate.ts';

test('an estimate grows with the history, and is smaller where the database is elsewhere', () => {
  const [small, large] = [estimateOf(2_000_000, true), estimateOf(150_000_000, true)];
  expect(large.seconds).toBeCloseTo(75 * small.seconds);
  expect(estimateOf(150_000_000, false).bytes).toBeLessThan(large.bytes / 2);
  expect(describe(150_000_000, large)).toMatch(
    /^150,000,000 appeals: .* about 18 min .* 12 min more .* \d+\.\d GB of disk/,
  );
});

test('what does not fit is refused in one line that says how much is missing and what to do', () => {
  const estimate = { seconds: 1, indexSeconds: 1, bytes: 1e18 };
  expect(() => assertFits(tmpdir(), 5, estimate, 0)).toThrow(
    /^5 appeals need 1000000000\.0 GB more, but the disk of .* has .* GB free: .*DATA_DIR.*--appeals\.$/,
  );
  expect(() => assertFits(tmpdir(), 5, estimate, 1e18)).not.toThrow();
});
