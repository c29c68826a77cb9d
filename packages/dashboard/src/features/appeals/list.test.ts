import { expect, test } from 'vitest';
import { decode } from '../../address/state.ts';
import { clausesOfPart, isOfAllDays, listOrder, listParts, partOf } from './list.ts';

const district = { dimension: 'district', exclude: false, values: ['110106'] } as const;

test('a part replaces the part before it and leaves every other filter', () => {
  for (const part of listParts) {
    const where = clausesOfPart(clausesOfPart([district], 'overdue'), part);
    expect(partOf(where)).toBe(part);
    expect(where[0]).toEqual(district);
    expect(clausesOfPart(where, 'all')).toEqual([district]);
  }
});

test('another choice of states is no part with a name', () => {
  expect(partOf(decode('/orders?where=due_state:overdue,due_today').where)).toBeNull();
  expect(partOf(decode('/orders?where=status:closed').where)).toBeNull();
});

test('open orders are listed whenever they came, what is due first, unless days or an order are chosen', () => {
  const open = decode('/orders?where=due_state:overdue');
  expect(isOfAllDays({ state: open })).toBe(true);
  expect(listOrder(open)).toBe('due');
  expect(isOfAllDays({ state: decode('/orders?where=due_state:overdue&period=month') })).toBe(false);
  expect(isOfAllDays({ state: decode('/orders?where=due_state:closed') })).toBe(false);
  expect(listOrder(decode('/orders?where=due_state:overdue&order=-received'))).toBe('-received');
  expect(listOrder(decode('/orders'))).toBe('-received');
});
