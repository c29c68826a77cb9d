import type { AppealRecord } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { lifeOf } from './life.ts';

const order: AppealRecord = {
  received: '2024-03-01T09:00:00',
  dispatched: '2024-03-01T10:30:00',
  due: '2024-03-08T10:30:00',
  closed: null,
  visited: null,
  handling: 'dispatched',
  status: 'in_progress',
};
const now = '2024-03-10T22:30:00';

test('an open order is late by the hours since its due time, and not yet late before it', () => {
  expect(lifeOf(order, now)).toMatchObject({ standing: 'overdue', late: 60, hoursToClose: null });
  expect(lifeOf(order, '2024-03-08T08:00:00')).toMatchObject({ standing: 'due', late: -2.5 });
  expect(lifeOf({ ...order, due: null }, now)).toMatchObject({ standing: 'no_limit', late: null });
});

test('a closed order was late at its closing, whenever that is looked at', () => {
  const late = lifeOf({ ...order, closed: '2024-03-09T10:30:00', visited: '2024-03-12T09:00:00' }, now);
  expect(late).toMatchObject({ standing: 'late', late: 24, hoursToClose: 193.5 });
  expect(late.steps.map(({ name }) => name)).toEqual(['received', 'dispatched', 'due', 'closed', 'visited']);
  const early = lifeOf({ ...order, closed: '2024-03-02T09:00:00' }, now);
  expect(early).toMatchObject({ standing: 'on_time', hoursToClose: 24 });
  expect(early.steps.map(({ name }) => name)).toEqual(['received', 'dispatched', 'closed', 'due']);
});

test('an order that was closed and opened again is open, and late by its new due time', () => {
  const reopened = { ...order, closed: '2024-03-05T09:00:00', status: 'reopened' };
  expect(lifeOf(reopened, now)).toMatchObject({ standing: 'overdue', late: 60, hoursToClose: null });
});

test('a unit signs between dispatch and reply; how often others sent it back is known, never, or unknown', () => {
  const signed = lifeOf({ ...order, signed: '2024-03-01T12:00:00', returned: 2 }, now);
  expect(signed.steps.map(({ name, hours }) => [name, hours])).toEqual([
    ...[
      ['received', 0],
      ['dispatched', 1.5],
      ['signed', 3],
    ],
    ['due', 169.5],
  ]);
  expect(signed.returned).toBe(2);
  expect(lifeOf({ ...order, returned: 0 }, now).returned).toBe(0);
  expect(lifeOf({ ...order, returned: null }, now).returned).toBeNull();
});

test('an answer at the desk has no time limit; without any sign of an order nothing is said', () => {
  const direct = { ...order, dispatched: null, due: null, closed: '2024-03-01T09:07:00', handling: 'direct' };
  expect(lifeOf(direct, now).standing).toBe('answered');
  expect(lifeOf({ received: '2024-03-01T09:00:00' }, now).standing).toBe('unknown');
  expect(lifeOf({ ...order, status: 'closed', due: null }, now).standing).toBe('closed');
});

test('times that cannot be true together give no verdict, and are told', () => {
  const before = lifeOf({ ...order, closed: '2024-02-29T09:00:00', status: 'closed' }, now);
  expect(before).toMatchObject({
    ...{ standing: 'contradicted', late: null, hoursToClose: null },
    contradictions: ['closed_before_received'],
  });
  const due = lifeOf({ ...order, due: '2024-02-20T09:00:00' }, now);
  expect(due).toMatchObject({
    standing: 'contradicted',
    late: null,
    contradictions: ['due_before_received'],
  });
  const ahead = { ...order, closed: '2024-03-11T09:00:00', status: 'closed' };
  expect(lifeOf(ahead, now, '2024-03-10T23:00:00')).toMatchObject({
    ...{ standing: 'contradicted', hoursToClose: null, contradictions: ['closed_in_future'] },
  });
  // It was closed after the newest appeal came, and before today: that is usual.
  expect(lifeOf(ahead, now, '2024-04-01T09:00:00')).toMatchObject({ standing: 'late', contradictions: [] });
  // All at one moment contradicts nothing.
  const atOnce = { ...order, due: order.received ?? null, closed: order.received ?? null };
  expect(lifeOf(atOnce, now)).toMatchObject({ standing: 'on_time', hoursToClose: 0, contradictions: [] });
});
