import { expect, test } from 'vitest';
import { Busy } from '../problems/failures.ts';
import { createAdmission } from './admission.ts';

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
