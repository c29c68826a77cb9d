import { expect, test } from 'vitest';
import { keptFrom, retentionSchema } from './retention.ts';

const texts = (span: string, now: string, zone = 'Asia/Shanghai') =>
  keptFrom({ texts: span }, zone, new Date(now)).texts;

test('a span ends on the local day', () => {
  expect(texts('P3Y', '2026-03-01T15:59:59Z')).toBe('2023-03-01');
  expect(texts('P3Y', '2026-03-01T16:00:00Z')).toBe('2023-03-02');
  expect(texts('P3Y', '2026-03-01T16:00:00Z', 'America/Los_Angeles')).toBe('2023-03-01');
});

test('the leap day is kept as long as the last of February', () => {
  expect(texts('P4Y', '2028-02-29T00:00:00Z')).toBe('2024-02-29');
  expect(texts('P1Y', '2028-02-29T00:00:00Z')).toBe('2027-02-28');
  expect(texts('P1Y', '2025-02-28T00:00:00Z')).toBe('2024-02-28');
  expect(texts('P1Y', '2025-03-01T00:00:00Z')).toBe('2024-03-01');
  expect(texts('P1M', '2024-03-31T00:00:00Z')).toBe('2024-02-29');
});

test('spans add up, and one without end is the earliest day', () => {
  expect(texts('P1Y1M1W1D', '2024-03-10T00:00:00Z')).toBe('2023-02-02');
  expect(texts('P900Y', '2024-03-10T00:00:00Z')).toBe('1970-01-02');
});

test('callers are kept by whole months, and what is left out for ever', () => {
  expect(keptFrom({ callers: 'P2Y' }, 'Asia/Shanghai', new Date('2026-03-20T00:00:00Z'))).toEqual({
    texts: null,
    callers: '2024-03-01',
  });
  expect(keptFrom(undefined, 'Asia/Shanghai', new Date())).toEqual({ texts: null, callers: null });
});

test('what is no span is refused', () => {
  for (const span of ['P', 'P0Y', '3Y', 'P3', 'PT5H', 'P1.5Y', 'P-1Y', 'P1D1Y'])
    expect(retentionSchema.safeParse({ texts: span }).success, span).toBe(false);
});
