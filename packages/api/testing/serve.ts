import type { Database, Statement } from '@hotline-atlas/clickhouse';
import { city, publication } from '@hotline-atlas/query/testing';
import { type AppOptions, createApp } from '../src/app.ts';
import { listen } from '../src/server.ts';

/** What a database made for a test answers; what is not given answers nothing. */
export interface Answers {
  publication?: object | null;
  rows?: (statement: Statement) => Promise<object[]>;
  stream?: Database['stream'];
}

const empty = { rowsRead: 0, milliseconds: 1 };

/** What the server looks up by itself: tests answer only what somebody asks. */
const unasked = ['tables', 'coverage', 'newest seen', 'rollups', 'indexed months'];

/** A database that answers what a test says. */
function madeUpDatabase(answers: Answers): Database {
  const { rows, stream } = answers;
  const answer = async (statement: Statement): Promise<object[]> => {
    const published = answers.publication === undefined ? publication : answers.publication;
    if (statement.label === 'publication') return published ? [{ ...published, synthetic: 1 }] : [];
    if (unasked.includes(statement.label ?? '')) return [];
    if (statement.label === 'version') return [{ version: '26.0' }];
    return rows ? rows(statement) : [];
  };
  return {
    name: 'made_up',
    rows: async <Row>(statement: Statement) => ({ rows: (await answer(statement)) as Row[], ...empty }),
    bytes: async () => ({ body: Buffer.alloc(0), rowsWritten: 0, ...empty }),
    stream: stream ?? (() => Promise.reject(new Error('no stream'))),
    command: async () => undefined,
    insert: async () => undefined,
  };
}

/** The API over HTTP with a made-up database; what it logs is kept. */
export async function serve(answers: Answers, options: Partial<AppOptions> = {}) {
  const logged: Record<string, unknown>[] = [];
  const log = (entry: Record<string, unknown>) => {
    logged.push(entry);
  };
  const server = await listen(createApp({ database: madeUpDatabase(answers), city, log, ...options }), 0);
  return {
    logged,
    port: server.port,
    ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init),
    close: () => server.close(0),
  };
}
