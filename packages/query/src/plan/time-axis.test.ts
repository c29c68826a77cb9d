import { expect, test } from 'vitest';
import { planned } from '../../testing/story.ts';

const axis = (address: string) => planned(`metrics=appeals&${address}`).time;

test('buckets cut by the period or by the end of the data are incomplete', () => {
  expect(axis('by=month')?.incomplete).toEqual(['2024-12-01']);
  expect(axis('by=month&from=2024-01-15&to=2024-03-01')?.incomplete).toEqual(['2024-01-01']);
  expect(axis('by=week&from=2024-01-01&to=2024-01-15')?.incomplete).toEqual([]);
  expect(axis('by=year&from=2023-01-01')?.incomplete).toEqual(['2024-01-01']);
  expect(axis('by=day&from=2024-12-14&to=2024-12-18')?.incomplete).toEqual(['2024-12-16', '2024-12-17']);
});

test('hours of an incomplete day are incomplete', () => {
  expect(axis('by=hour&from=2024-12-15&to=2024-12-17')?.incomplete).toHaveLength(24);
  expect(axis('by=hour&from=2024-12-15&to=2024-12-17')?.incomplete[0]).toBe('2024-12-16 00:00:00');
});

test('buckets wholly within a regime left out have no value, and neither have those before, after and between the data', () => {
  const weeks = axis('by=week&from=2023-02-06&to=2023-03-13&without_regimes=flood');
  expect(weeks?.empty).toEqual([{ from: '2023-02-13', to: '2023-03-06' }]);
  expect(weeks?.count).toBe(5);
  expect(axis('by=month&from=2023-01-01&to=2023-05-01&without_regimes=flood')?.empty).toEqual([]);
  expect(axis('by=month&from=2021-11-01&to=2025-02-01')?.empty).toEqual([
    { from: '2021-11-01', to: '2022-01-01' },
    { from: '2025-01-01', to: '2025-02-01' },
  ]);
});

test('buckets to which nothing belongs on the other side, and those without a compared day, are told', () => {
  const year = axis('by=month&compare=year');
  expect(year?.incomparable).toEqual([{ from: '2022-01-01', to: '2023-01-01' }]);
  expect(year?.unpaired).toEqual([{ from: '2022-01-01', to: '2023-01-01' }]);
  expect(axis('by=month&from=2023-01-01&compare=year&without_regimes=pandemic')?.incomparable).toEqual([
    { from: '2023-01-01', to: '2024-01-01' },
  ]);
  expect(axis('by=day&from=2024-02-27&to=2024-03-02&compare=year')?.unpaired).toEqual([]);
  expect(axis('by=day&from=2024-12-14&to=2024-12-18&compare=year')).toMatchObject({
    incomparable: [],
    unpaired: [{ from: '2024-12-16', to: '2024-12-18' }],
  });
});

test('an axis with more buckets than an answer can have is bounded by the data', () => {
  expect(axis('by=hour&from=1971-01-01&to=2105-01-01')?.count).toBeLessThan(30_000);
});
