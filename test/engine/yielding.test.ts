import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Connection,
  connect,
  type Database,
  precedence,
  readConfiguration,
} from '@hotline-atlas/clickhouse';
import { afterAll, beforeAll, expect, test } from 'vitest';

const toOthers = { patient: 'nice 10', urgent: 'nice 0' };
let dataDir: string;
let connection: Connection;
let database: Database;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hotline-atlas-yielding-'));
  connection = await connect(readConfiguration({ DATA_DIR: dataDir }, '/'));
  database = await connection.database('riverton');
});
afterAll(async () => {
  await connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/**
 * How nice the session of the engine is, as Linux says it; null where sessions do not share the processor.
 */
function niceness(): string | null {
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number };
  const group = `/proc/${pid}/autogroup`;
  return existsSync(group) ? readFileSync(group, 'utf8').replace(/^\S+ /, '').trim() : null;
}

const whereShared = (expected: string): string | null => (niceness() === null ? null : expected);

/** Works for four seconds, and fails then. */
const working = (settings: (typeof precedence)[keyof typeof precedence]): Promise<unknown> =>
  database
    .command({
      sql: 'SELECT sum(cityHash64(number)) FROM numbers(1000000000000) FORMAT Null',
      settings: { ...settings, max_execution_time: 4 },
    })
    .catch(() => undefined);

test('while a load works the engine leaves the processor to other programs, and is as urgent as they are before and after', async () => {
  expect(niceness()).toBe(whereShared(toOthers.urgent));
  const worked = working(precedence.loading);
  await expect.poll(niceness, { timeout: 10_000 }).toBe(whereShared(toOthers.patient));
  await worked;
  await expect.poll(niceness, { timeout: 10_000 }).toBe(whereShared(toOthers.urgent));
});

test('questions, however long, do not make it patient', async () => {
  let asking = true;
  const worked = working(precedence.questions).finally(() => {
    asking = false;
  });
  for (; asking; await new Promise((resolve) => setTimeout(resolve, 200)))
    expect(niceness()).toBe(whereShared(toOthers.urgent));
  await worked;
});
