import { describe, expect, test } from 'vitest';
import { bridge } from './bridge.ts';
import { comparableDays, type Holiday } from './comparable-days.ts';
import { leaveOut } from './spans.ts';

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const gap = Number.NaN;
const worst = (a: Float64Array, b: Float64Array) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? gap))));

describe('bridging a gap', () => {
  test('a line from edge to edge; the nearest value at the ends; what was there stays', () => {
    const { values, bridged } = bridge(Float64Array.of(gap, 2, gap, gap, 8, 5, gap), 1);
    expect([...values]).toEqual([2, 2, 4, 6, 8, 5, 5]);
    expect([...bridged]).toEqual([1, 0, 1, 1, 0, 0, 1]);
  });

  test('a year left out of four comes back with its season', () => {
    const whole = Float64Array.from(
      { length: 60 },
      (_, t) => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12),
    );
    const days = Int32Array.from({ length: 60 }, (_, t) => 30 * t);
    const left = leaveOut(whole, days, [{ from: 30 * 24, to: 30 * 36 }]);
    expect(left.filter(Number.isNaN)).toHaveLength(12);
    expect(worst(bridge(left, 12).values, whole)).toBeLessThan(2);
    expect(worst(bridge(left, 1).values, whole)).toBeGreaterThan(15);
  });

  test('without gaps nothing changes; zeros stay zeros; too little is refused', () => {
    const values = Float64Array.of(3, 1, 4, 1, 5);
    expect(bridge(values, 2).values).toEqual(values);
    expect(bridge(new Float64Array(12).with(4, gap), 3).values).toEqual(new Float64Array(12));
    expect([...bridge(Float64Array.of(1, gap, 3), 12).values]).toEqual([1, 2, 3]);
    expect(() => bridge(Float64Array.of(gap, 1, gap), 1)).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
    expect(() => bridge(Float64Array.of(1, gap, Infinity), 1)).toThrow(
      expect.objectContaining({ reason: 'not-finite' }),
    );
  });
});

describe('comparable days', () => {
  const holiday = (kind: string, from: string, to: string, margin = 0): Holiday => ({
    kind,
    from: dayOf(from),
    to: dayOf(to),
    margin,
  });
  const holidays = [
    holiday('spring_festival', '2023-01-21', '2023-01-28', 7),
    holiday('spring_festival', '2024-02-10', '2024-02-18', 7),
    holiday('labour_day', '2023-04-29', '2023-05-04'),
    holiday('labour_day', '2024-05-01', '2024-05-06'),
  ];
  const compare = (from: string, to: string, more = {}) => {
    const result = comparableDays({ from: dayOf(from), to: dayOf(to), holidays, ...more });
    return {
      ...result,
      of: (date: string) => {
        const i = result.days.indexOf(dayOf(date));
        return i < 0 ? undefined : dateOf(result.counterparts[i] ?? 0);
      },
    };
  };
  const year = compare('2024-01-01', '2025-01-01');

  test('an ordinary day: the same weekday 52 weeks before', () => {
    expect(year.of('2024-07-10')).toBe('2023-07-12');
    expect(year.of('2024-12-31')).toBe('2024-01-02');
  });

  test('Spring Festival moves: its days, and the week before and after, with those of the year before', () => {
    expect(year.of('2024-02-10')).toBe('2023-01-21');
    expect(year.of('2024-02-16')).toBe('2023-01-27');
    expect(year.of('2024-02-17')).toBeUndefined();
    expect(year.of('2024-02-09')).toBe('2023-01-20');
    expect(year.of('2024-02-18')).toBe('2023-01-28');
  });

  test('ordinary days where the festival was find ordinary ones of their weekday nearby', () => {
    const counterpart = dayOf(year.of('2024-01-24') ?? '');
    expect((dayOf('2024-01-24') - counterpart) % 7).toBe(0);
    expect(
      holidays.some(({ from, to, margin = 0 }) => counterpart >= from - margin && counterpart < to + margin),
    ).toBe(false);
  });

  test('no day serves twice, and every day is accounted for', () => {
    expect(new Set(year.counterparts).size).toBe(year.days.length);
    expect(year.days.length + year.withoutCounterpart.length).toBe(366);
    expect(year.withoutCounterpart.length).toBeLessThan(12);
  });

  test('a regime is left out on either side; two years back step over it', () => {
    const leftOut = [{ from: dayOf('2023-06-01'), to: dayOf('2023-07-01') }];
    expect(compare('2024-06-10', '2024-06-11', { leftOut }).of('2024-06-10')).not.toMatch(/^2023-06/);
    expect(compare('2023-06-01', '2023-07-01', { leftOut }).withoutCounterpart).toHaveLength(30);
    expect(compare('2024-06-10', '2024-06-11', { leftOut, yearsBack: 2 }).of('2024-06-10')).toBe(
      '2022-06-13',
    );
  });

  test('an empty span is refused', () => {
    expect(() => compare('2024-01-01', '2024-01-01')).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
  });
});
