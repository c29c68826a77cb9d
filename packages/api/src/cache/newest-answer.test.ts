import { setTimeout } from 'node:timers/promises';
import type { History } from '@hotline-atlas/query';
import { history, publication } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { newestAnswer } from './newest-answer.ts';

const ofVersion = (version: number): History => ({ ...history, publication: { ...publication, version } });
const { signal } = new AbortController();

test('while the newest version is looked up, the last one is asked; if it still is the newest, its answer counts', async () => {
  const asked: number[] = [];
  const answer = async ({ publication: { version } }: History) => asked.push(version);
  const lookedUp = setTimeout(20, ofVersion(7)).then((found) => {
    expect(asked).toEqual([7]);
    return found;
  });
  await newestAnswer(lookedUp, ofVersion(7), answer, signal);
  expect(asked).toEqual([7]);
});

test('an answer from a version that was replaced is left and never given, not even its failure', async () => {
  let left = false;
  const answer = async ({ publication: { version } }: History, own: AbortSignal) => {
    if (version === 8) return 'new';
    await setTimeout(1000, undefined, { signal: own }).catch(() => {
      left = true;
      throw new Error('left');
    });
    return 'old';
  };
  const lookedUp = setTimeout(20, ofVersion(8));
  expect(await newestAnswer(lookedUp, ofVersion(7), answer, signal)).toMatchObject({ result: 'new' });
  await expect.poll(() => left).toBe(true);
});

test('where no version can be found out nothing goes on', async () => {
  let left = false;
  const answer = (_: History, own: AbortSignal) =>
    setTimeout(1000, 'old', { signal: own }).catch(() => {
      left = true;
      return 'left';
    });
  const failing = setTimeout(20).then(() => Promise.reject(new Error('unreachable')));
  await expect(newestAnswer(failing, ofVersion(7), answer, signal)).rejects.toThrow('unreachable');
  await setTimeout(0);
  expect(left).toBe(true);
});
