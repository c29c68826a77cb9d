import { everything } from '@hotline-atlas/model';
import { history as story } from '@hotline-atlas/query/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { createAdmission } from '../admission/admission.ts';
import { Rearranged } from '../problems/failures.ts';
import { ask } from './ask.ts';

afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

const editionOf = (edition: number, version = story.publication.version) => ({
  ...story,
  publication: { ...story.publication, edition, version },
});

/** A server with room for one question, whose newest edition a test sets. */
function serverAt(first: ReturnType<typeof editionOf>) {
  const state = { newest: first };
  const questions = createAdmission({ running: 1, waiting: 9 });
  const seenBy = async (history: typeof story) => history;
  const context = { history: async () => state.newest, seenBy, progress: () => undefined, questions };
  return { state, context };
}

function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const edition = async (history: typeof story) => history.publication.edition;

test('a question that waited reads the newest edition of its version', async () => {
  const { state, context } = serverAt(editionOf(2));
  const { promise: released, resolve: release } = withResolvers();
  const first = ask(context, { history: state.newest, scope: everything }, never, () => released);
  const second = ask(context, { history: state.newest, scope: everything }, never, edition);
  state.newest = editionOf(3);
  release();
  await first;
  expect(await second).toBe(3);
});

test('a question keeps its version where another one was published meanwhile', async () => {
  const { state, context } = serverAt(editionOf(2, 2));
  const asked = state.newest;
  state.newest = editionOf(3, 3);
  expect(await ask(context, { history: asked, scope: everything }, never, edition)).toBe(2);
});

test('an answer is not given whose tables may have been dropped before it was complete', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { state, context } = serverAt(editionOf(2));
  const slow = (arranged: boolean) =>
    ask(context, { history: state.newest, scope: everything }, never, async (history) => {
      vi.setSystemTime(Date.now() + 61_000);
      if (arranged) state.newest = editionOf(3);
      return edition(history);
    });
  expect(await slow(false)).toBe(2);
  await expect(slow(true)).rejects.toThrow(Rearranged);
});
