import { afterEach, expect, test, vi } from 'vitest';
import { RequestFailed } from './request.ts';
import { askingTogether } from './together.ts';

afterEach(() => vi.unstubAllGlobals());

const never = new AbortController().signal;

/** A server that answers with what comes out of a function of the address; the addresses asked are kept. */
function serve(answer: (address: string) => BodyInit, status = 200) {
  const asked: { address: string; signal: AbortSignal }[] = [];
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push({ address, signal });
    return new Response(answer(address), { status });
  });
  return asked;
}

const lines = (...each: object[]) => each.map((line) => `${JSON.stringify(line)}\n`).join('');

test('what is asked in one moment is one request, and answers find who asked, in whatever order they come', async () => {
  const asked = serve(() => lines({ question: 1, answer: 'second' }, { question: 0, answer: 'first' }));
  const ask = askingTogether();
  expect(await Promise.all([ask('query?metrics=a', never), ask('query?metrics=b', never)])).toEqual([
    'first',
    'second',
  ]);
  expect(asked.map(({ address }) => address)).toEqual([
    '/api/answers?question=metrics%3Da&question=metrics%3Db',
  ]);
});

test('lines may come in pieces', async () => {
  const whole = new TextEncoder().encode(lines({ question: 0, answer: '供暖' }, { question: 1, answer: 2 }));
  serve(
    () =>
      new ReadableStream({
        start(out) {
          for (const byte of whole) out.enqueue(new Uint8Array([byte]));
          out.close();
        },
      }),
  );
  const ask = askingTogether();
  expect(await Promise.all([ask('query?a', never), ask('query?b', never)])).toEqual(['供暖', 2]);
});

test('one failure is told to who asked; a body that is cut off to all who wait', async () => {
  serve(() => lines({ question: 0, problem: { status: 422, detail: 'Narrow it' } }));
  const ask = askingTogether();
  const [heavy, cut] = await Promise.allSettled([ask('query?a', never), ask('query?b', never)]);
  expect(heavy).toMatchObject({ reason: new RequestFailed('refused', 422, 'Narrow it') });
  expect(cut).toMatchObject({ status: 'rejected', reason: { status: 502 } });
});

test('the request is left when the last who still waits has left', async () => {
  const bytes = new TextEncoder().encode(lines({ question: 0, answer: 'here' }));
  const asked = serve(() => new ReadableStream({ start: (out) => out.enqueue(bytes) }));
  const [one, other] = [new AbortController(), new AbortController()];
  const ask = askingTogether();
  const answered = ask('query?a', never);
  void ask('query?b', one.signal);
  void ask('query?c', other.signal);
  expect(await answered).toBe('here');
  one.abort();
  expect(asked[0]?.signal.aborted).toBe(false);
  other.abort();
  expect(asked[0]?.signal.aborted).toBe(true);
});

test('what is no question, and a question by itself, is asked as ever; long addresses are shared out', async () => {
  const asked = serve((address) =>
    address.includes('answers') ? lines({ question: 0, answer: 1 }, { question: 1, answer: 1 }) : '1',
  );
  const ask = askingTogether();
  const long = 'x'.repeat(3000);
  await Promise.all(
    ['areas', `query?a=${long}`, `query?b=${long}`, `query?c=${long}`].map((address) => ask(address, never)),
  );
  expect(asked.map(({ address }) => address.slice(0, 18)).sort()).toEqual([
    '/api/answers?quest',
    '/api/areas',
    '/api/query?c=xxxxx',
  ]);
});
