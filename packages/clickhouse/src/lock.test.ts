import { hostname } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database, Statement } from './database.ts';
import { DatabaseError } from './errors.ts';
import { acquireLock } from './lock.ts';

const failure = (message: string) =>
  new DatabaseError(message, { kind: 'invalid', code: 60, queryId: '', sql: '' });

/**
 * An engine that knows tables and nothing else. Every statement arrives, and is answered, when the scheduler
 * says so.
 */
function fakeEngine(step: () => Promise<unknown>, left: Record<string, string>) {
  const tables = new Map(Object.entries(left));
  const run = ({ sql, parameters = {} }: Statement): object[] => {
    const { table = '', lock = '', prefix = '' } = parameters as Record<string, string>;
    const found = tables.has(table);
    if (sql.startsWith('CREATE TABLE')) {
      if (found) throw failure('exists');
      tables.set(table, /COMMENT '(.*)'/.exec(sql)?.[1] ?? '');
    } else if (sql.startsWith('DROP TABLE')) tables.delete(table);
    else if (sql.includes('AS held')) return [{ held: found ? 1 : 0 }];
    else if (sql.includes('FROM system.tables'))
      return [...tables]
        .filter(([name]) => name === lock || name.startsWith(prefix))
        .map(([name, holder]) => ({ name, holder, age: 0 }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    else if (!found) throw failure('no such table');
    return [];
  };
  const act = async (statement: Statement) => {
    await step();
    const answer = run(statement);
    await step();
    return answer;
  };
  const database = {
    name: 'fake',
    rows: async (statement: Statement) => ({ rows: await act(statement), rowsRead: 0, milliseconds: 0 }),
    command: async (statement: Statement) => void (await act(statement)),
  } as unknown as Database;
  return { database, tables };
}

const gone = `process 4194999 on ${hostname().replace(/[^\w.-]/g, '_')}`;

test.each([
  ['a free lock', {}],
  ['a lock that a killed process left', { lock_x_of_1_dead: gone }],
  ['a lock that a killed process of an earlier release left', { lock_x: gone }],
])('%s has one holder at a time, however long each step of those who want it takes', async (_, left) => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, many) => {
      const step = () => scheduler.schedule(Promise.resolve());
      const { database, tables } = fakeEngine(step, left);
      let holders = 0;
      let most = 0;
      const work = async () => {
        const lock = await acquireLock(database, 'x', undefined, step);
        holders++;
        most = Math.max(most, holders);
        await step();
        await lock.confirm();
        holders--;
        await lock.release();
      };
      await scheduler.waitFor(Promise.all(Array.from({ length: many }, work)));
      expect(most).toBe(1);
      expect([...tables.keys()]).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a holder whose table was taken down is told so', async () => {
  const { database, tables } = fakeEngine(async () => undefined, {});
  const lock = await acquireLock(database, 'x');
  tables.clear();
  await expect(lock.confirm()).rejects.toThrow(/Another process took over/);
  await lock.release();
});
