import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Database } from '@hotline-atlas/clickhouse';
import type { MonthPlan } from './plan/month-plan.ts';

/** One array of a plan, under the name the SQL knows it by. */
export type PlanArray =
  | { name: string; column: 'whole' | 'real'; values: readonly number[] }
  | { name: string; column: 'words'; values: readonly string[] };

const types = { whole: 'Array(UInt32)', real: 'Array(Float64)', words: 'Array(String)' } as const;

/** Many arrays are the same month after month: their text is kept as long as they are. */
const written = new WeakMap<PlanArray, string>();

function textOf(array: PlanArray): string {
  const known = written.get(array) ?? JSON.stringify(array.values);
  written.set(array, known);
  return known;
}

/** The arrays as one line of JSON, written piece by piece. */
function* lineOf(arrays: readonly PlanArray[]): Generator<string> {
  yield '{';
  for (const [at, array] of arrays.entries()) {
    yield `${at === 0 ? '' : ','}${JSON.stringify(array.name)}:${textOf(array)}`;
  }
  yield '}\n';
}

/** A plan that lies in the engine. */
export interface LaidPlan extends MonthPlan {
  table: string;
}

/**
 * Lays a plan's arrays down in the engine, each a column of a table of one row: they are too many for the
 * parameters of a query. The table lives in memory and goes when it is dropped, or with the engine.
 */
export async function layPlan(database: Database, plan: MonthPlan): Promise<LaidPlan> {
  const table = `synthetic_plan_${randomBytes(6).toString('hex')}`;
  const columns = plan.arrays.map(({ name, column }) => `${name} ${types[column]}`).join(', ');
  await database.command({
    sql: `CREATE TABLE {plan:Identifier} (${columns}) ENGINE = Memory`,
    parameters: { plan: table },
  });
  await database.insert(
    { sql: 'INSERT INTO {plan:Identifier} FORMAT JSONEachRow', parameters: { plan: table } },
    Readable.from(lineOf(plan.arrays)),
  );
  return { ...plan, table };
}

/** Takes a plan away again. */
export const dropPlan = (database: Database, table: string): Promise<void> =>
  database.command({ sql: 'DROP TABLE IF EXISTS {plan:Identifier}', parameters: { plan: table } });
