import { expect, test } from 'vitest';
import { ordersOf } from './UnitOrders.tsx';

test('open orders are all that are not closed; the unit with most of them comes first', () => {
  const rows = [
    { unit: 'water', status: 'closed', appeals: 9 },
    { unit: 'water', status: 'dispatched', appeals: 1 },
    { unit: 'roads', status: 'in_progress', appeals: 2 },
    { unit: '', status: 'received', appeals: 5 },
  ];
  expect(ordersOf(rows)).toEqual([
    { unit: 'roads', open: 2, all: 2 },
    { unit: 'water', open: 1, all: 10 },
  ]);
});
