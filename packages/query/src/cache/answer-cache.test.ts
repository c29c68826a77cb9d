import { expect, test } from 'vitest';
import { createAnswerCache } from './answer-cache.ts';

const bytes = (size: number) => Buffer.alloc(size, 1);
const still = () => new AbortController().signal;

test('asked by many at once, an answer is made once, and kept', async () => {
  const shared = createAnswerCache(100);
  let made = 0;
  const make = async () => {
    made += 1;
    return bytes(10);
  };
  await Promise.all([shared.answer('a', still(), make), shared.answer('a', still(), make)]);
  await shared.answer('a', still(), make);
  expect(made).toBe(1);
});

test('what does not fit is forgotten, the least lately asked first', async () => {
  const shared = createAnswerCache(25);
  const made: string[] = [];
  const ask = (key: string) =>
    shared.answer(key, still(), async () => {
      made.push(key);
      return bytes(10);
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('a failure is told and not kept', async () => {
  const shared = createAnswerCache(100);
  await expect(shared.answer('a', still(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await shared.answer('a', still(), async () => bytes(3))).toHaveLength(3);
});

test('an answer larger than the whole cache is given and not kept', async () => {
  const shared = createAnswerCache(25);
  await shared.answer('small', still(), async () => bytes(10));
  expect(await shared.answer('large', still(), async () => bytes(30))).toHaveLength(30);
  expect(await shared.answer('small', still(), () => Promise.reject(new Error('no')))).toHaveLength(10);
});
