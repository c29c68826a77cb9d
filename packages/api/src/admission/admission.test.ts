import { expect, test } from 'vitest';
import { Busy } from '../problems/failures.ts';
import { type Capacity, createAdmission, type Weight } from './admission.ts';

const never = new AbortController().signal;

test('so many run, so many wait, the rest is refused', async () => {
  const admission = createAdmission({ running: 1, waiting: 1 });
  const leave = await admission.enter(never);
  const second = admission.enter(never);
  await expect(admission.enter(never)).rejects.toThrow(Busy);
  leave();
  (await second)();
  await expect(admission.run(never, async () => 'done')).resolves.toBe('done');
});

test('a place is given back when the task fails, and only once', async () => {
  const admission = createAdmission({ running: 1, waiting: 1 });
  await expect(admission.run(never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  const leave = await admission.enter(never);
  leave();
  leave();
  await admission.enter(never);
  const waiting = admission.enter(never);
  await expect(admission.enter(never)).rejects.toThrow(Busy);
  waiting.catch(() => undefined);
});

test('who waits for too long is refused, and makes room', async () => {
  const admission = createAdmission({ running: 1, waiting: 1, patience: 1, retryAfter: 30 });
  const leave = await admission.enter(never);
  await expect(admission.enter(never)).rejects.toMatchObject({ name: 'Busy', retryAfter: 30 });
  const next = admission.enter(never);
  leave();
  (await next)();
});

test('who leaves the queue makes room', async () => {
  const admission = createAdmission({ running: 1, waiting: 1 });
  await admission.enter(never);
  const impatient = new AbortController();
  const waiting = admission.enter(impatient.signal);
  impatient.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
  admission.enter(never).catch(() => undefined);
  await expect(admission.enter(never)).rejects.toThrow(Busy);
});

/** Tasks that are held until they are let go, by name; `order` tells which began. */
function heldTasks(capacity: Capacity) {
  const admission = createAdmission(capacity);
  const order: string[] = [];
  const ends = new Map<string, () => void>();
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    admission,
    order,
    begin: async (name: string, weight: Weight) => {
      const held = new Promise<void>((resolve) => ends.set(name, resolve));
      const task = () => {
        order.push(name);
        return held;
      };
      void admission.run(new AbortController().signal, task, weight);
      await settled();
    },
    end: async (name: string) => {
      ends.get(name)?.();
      await settled();
    },
  };
}

test('of many heavy tasks few run at once, and light ones that come later begin at once', async () => {
  const { order, begin, end } = heldTasks({ running: 4, waiting: 64, heavy: 2 });
  for (let at = 0; at < 24; at += 1) await begin(`heavy ${at}`, 'heavy');
  expect(order).toEqual(['heavy 0', 'heavy 1']);
  await begin('light 0', 'light');
  await begin('light 1', 'light');
  expect(order.slice(2)).toEqual(['light 0', 'light 1']);
  await begin('light 2', 'light');
  await end('heavy 0');
  expect(order.slice(4)).toEqual(['light 2']);
  await end('light 0');
  await end('light 2');
  expect(order.slice(5)).toEqual(['heavy 2']);
});

test('many light tasks keep no heavy one waiting for ever', async () => {
  const { order, begin, end } = heldTasks({ running: 2, waiting: 64 });
  for (let at = 0; at < 20; at += 1) await begin(`light ${at}`, 'light');
  await begin('heavy', 'heavy');
  await end('light 0');
  expect(order).toEqual(['light 0', 'light 1', 'heavy']);
  await end('light 1');
  expect(order.at(-1)).toBe('light 2');
});

test('heavy tasks that wait leave room for light ones to wait', async () => {
  const { admission, begin } = heldTasks({ running: 1, waiting: 2, heavy: 1 });
  for (const name of ['runs', 'waits', 'waits too']) await begin(name, 'heavy');
  expect([admission.isFull('heavy'), admission.isFull('light')]).toEqual([true, false]);
  await expect(admission.run(never, async () => null, 'heavy')).rejects.toThrow(Busy);
});
