import type { Database, Statement } from '@hotline-atlas/clickhouse';
import { everything } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { scopedTo } from '../../testing/scoped.ts';
import { history, publication } from '../../testing/story.ts';
import { createSeenBy } from './seen-by.ts';

/** A database whose statements find what a test says, in turn. */
function found(...newest: (string | null)[]) {
  const statements: Statement[] = [];
  const rows = async (statement: Statement) => {
    const moment = newest[statements.push(statement) - 1] ?? null;
    return {
      rows: [{ newest: moment ?? '', appeals: moment === null ? 0 : 1 }],
      rowsRead: 0,
      milliseconds: 0,
    };
  };
  return { statements, database: { rows } as unknown as Database };
}

test('the newest appeal is that of whoever asks, looked up once for a version and their clauses', async () => {
  const { database, statements } = found(null, '2023-05-06T07:08:09Z');
  const seenBy = createSeenBy(database, 'Asia/Shanghai');
  const north = scopedTo(['north']);
  const own = { newestAppeal: '2023-05-06T07:08:09Z', all: false };
  expect((await seenBy(history, north)).seen).toEqual(own);
  expect(statements.map(({ sql }) => sql.includes('{scope_0:String}'))).toEqual([true, true]);
  expect((await seenBy(history, { ...north, time: 'hour' })).seen.newestAppeal).toBe('2023-05-06T07:00:00Z');
  expect((await seenBy(history, everything)).seen).toEqual({
    newestAppeal: publication.newestAppeal,
    all: true,
  });
  expect(statements).toHaveLength(2);
  expect(await seenBy(history, scopedTo(['north']))).toBe(await seenBy(history, north));
});

test('whoever sees no appeal is told of none; hours are those of the city', async () => {
  const { database } = found();
  expect((await createSeenBy(database, 'UTC')(history, scopedTo([]))).seen.newestAppeal).toBeNull();
  const india = createSeenBy(found('2024-01-01T10:47:33Z').database, 'Asia/Kolkata');
  expect((await india(history, scopedTo(['north'], { time: 'hour' }))).seen.newestAppeal).toBe(
    '2024-01-01T10:30:00Z',
  );
});
