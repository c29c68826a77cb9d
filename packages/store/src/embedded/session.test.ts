import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shareSession } from './session.ts';

/** An engine whose statements take a moment; `begin` opens a transaction, `commit` and `ROLLBACK` end it. */
function fakeEngine() {
  const done: string[] = [];
  let open = false;
  const execute = async (messages: Uint8Array): Promise<Uint8Array> => {
    const [, said = ''] = /([a-z]+ ?\w*|ROLLBACK)\0?$/i.exec(Buffer.from(messages).toString()) ?? [];
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (said.startsWith('begin')) open = true;
    if (/^(commit|ROLLBACK)/.test(said)) open = false;
    done.push(said);
    return Buffer.from(`${said}${open ? 'T' : 'I'}`);
  };
  return { done, execute };
}

const one = { name: 'one' };
const other = { name: 'other' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function opened() {
  const engine = fakeEngine();
  const forgotten = vi.fn();
  const session = shareSession(engine.execute, forgotten);
  const ask = (asker: object, said: string) => session.ask(asker, Buffer.from(said));
  return { ...engine, session, forgotten, ask, pass: (time: number) => vi.advanceTimersByTimeAsync(time) };
}

test('nobody gets between the statements of a transaction', async () => {
  const { done, ask, pass } = opened();
  void ask(one, 'begin one');
  void ask(other, 'read other');
  await pass(20);
  void ask(other, 'never');
  void ask(one, 'write one');
  await pass(20);
  void ask(one, 'commit one');
  await pass(20);
  expect(done).toEqual(['begin one', 'write one', 'commit one', 'read other', 'never']);
});

test('what somebody who left had open is rolled back, even where a statement was under way', async () => {
  const { done, ask, session, pass } = opened();
  void ask(one, 'begin one');
  await pass(20);
  session.leave(one);
  await pass(20);
  void ask(other, 'begin other');
  session.leave(other);
  await pass(20);
  void ask(one, 'read one');
  await pass(20);
  expect(done).toEqual(['begin one', 'ROLLBACK', 'begin other', 'ROLLBACK', 'read one']);
});

test('somebody who leaves a transaction open and asks nothing is forgotten after a while', async () => {
  const { forgotten, ask, pass } = opened();
  void ask(one, 'begin one');
  await pass(29_000);
  void ask(one, 'write one');
  await pass(29_000);
  expect(forgotten).not.toHaveBeenCalled();
  await pass(2000);
  expect(forgotten).toHaveBeenCalledWith(one);
});
