import { readdirSync, readFileSync } from 'node:fs';
import type { PlanArray } from './plan-table.ts';

const folder = new URL('../sql/', import.meta.url);

/** The steps of an appeal, first to last. */
const steps = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((name) => readFileSync(new URL(name, folder), 'utf8').trim());

/**
 * The query that makes the appeals of a month: each step over the one before it, every array of the plan under its own
 * name.
 */
export function appealsQuery(arrays: readonly Pick<PlanArray, 'name'>[]): string {
  const constants = arrays.map(({ name }) => `(SELECT ${name} FROM {plan:Identifier}) AS ${name}`);
  const made = steps().map(
    (step, at) => `step_${at + 1} AS (\n${step.replace('{previous}', `step_${at}`)}\n)`,
  );
  return `WITH\n${[...constants, ...made].join(',\n')}\nSELECT * FROM step_${made.length}\nFORMAT Parquet`;
}
