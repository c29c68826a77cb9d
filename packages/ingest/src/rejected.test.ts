import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { writeRejectedRows } from './rejected.ts';

const chunk = Buffer.alloc(64 * 1024, 'a');

function listing(chunks: number): { read: () => number; stream: () => Promise<Readable> } {
  let read = 0;
  const rows = Readable.from(
    (function* () {
      for (; read < chunks; read++) yield chunk;
    })(),
    { objectMode: false, highWaterMark: chunk.length },
  );
  return { read: () => read, stream: async () => rows };
}

test('rejected rows are read no faster than they are taken', async () => {
  const { read, stream } = listing(1000);
  let proceed: () => void = () => undefined;
  const stalled = new Promise<void>((resolve) => {
    const slow = new Writable({
      highWaterMark: chunk.length,
      write(_chunk, _encoding, done) {
        proceed = done;
        setImmediate(resolve);
      },
    });
    writeRejectedRows({ stream }, slow).catch(() => undefined);
  });
  await stalled;
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(read()).toBeLessThan(10);
  proceed();
});

test('a reader who leaves before the end is no failure', async () => {
  const { stream } = listing(1000);
  const gone = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  await writeRejectedRows({ stream }, gone);
});
