import { expect, test } from 'vitest';
import { decode, encode } from '../../address/state.ts';
import { type Missed, ordersOf } from './ordersOf.ts';
import { besideOf } from './requests.ts';

const missed = (kind: Missed['kind'], where: string[]): Missed => ({
  ...{ kind, orders: 3 },
  filters: { where: ['district:north', ...where], from: '2024-03-01', to: '2024-04-01' },
});

const depth = {
  missed: [
    missed('unresolved', ['status:closed']),
    missed('late', ['status:in_progress']),
    missed('dissatisfied', []),
  ],
};
const state = decode('/evaluation/north?month=2024-03&group=district&lang=zh');

test('the list of what missed something is of its filters and days, and of nothing else on the page', () => {
  const to = ordersOf(state, depth, 'unresolved');
  expect(to && decode(encode(to))).toMatchObject({
    ...{ page: 'appeals', language: 'zh', period: { from: '2024-03-01', to: '2024-04-01' } },
    where: [
      { dimension: 'district', exclude: false, values: ['north'] },
      { dimension: 'status', exclude: false, values: ['closed'] },
    ],
  });
});

test('all orders of a topic are those of the filters that every kind has', () => {
  const topic = { dimension: 'topic1', exclude: false, values: ['roads'] } as const;
  expect(ordersOf(state, depth, null, [topic])?.where).toEqual([
    { dimension: 'district', exclude: false, values: ['north'] },
    topic,
  ]);
});

test('where no filter tells the orders there is no list', () => {
  expect(ordersOf(state, { missed: [{ kind: 'late', orders: 2, filters: null }] }, 'late')).toBeNull();
  expect(ordersOf(state, { missed: null }, null)).toBeNull();
});

test('at most four stand beside a unit, each once, and never the unit itself', () => {
  const beside = (text: string) => besideOf(decode(`/evaluation/north?beside=${text}`));
  expect(beside('a,north,,b,a,c,d,e')).toEqual(['a', 'b', 'c', 'd']);
  expect(beside('')).toEqual([]);
});
