import { readdirSync, readFileSync } from 'node:fs';
import type { PlanArray } from './plan-table.ts';

const folder = new URL('../sql/', import.meta.url);

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8').trim();

/** A folder of steps that only some histories have: each stands after the step of its number. */
export type Addition = 'gaming' | 'returns';

const stepsIn = (path: string): string[] =>
  readdirSync(new URL(path, folder))
    .filter((name) => /^\d+_.+\.sql$/.test(name))
    .map((name) => `${path}${name}`);

const numberOf = (path: string): number => Number.parseInt(path.split('/').at(-1) ?? '', 10);

/** Columns of the files that only some histories have. */
const moreColumns = (additions: readonly Addition[]): string =>
  additions.includes('returns') ? read('returns/columns.sql') : '';

/** The steps of an appeal, first to last. */
const steps = (additions: readonly Addition[]): string[] =>
  ['./', ...additions.map((name) => `${name}/`)]
    .flatMap(stepsIn)
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map((path) => read(path).replace('{more}', moreColumns(additions)));

type Arrays = readonly Pick<PlanArray, 'name'>[];

/**
 * Each step over the one before it, every array of the plan under its own name; the ending over the last
 * step.
 */
function chain(arrays: Arrays, made: readonly string[], ending: string): string {
  const constants = arrays.map(({ name }) => `(SELECT ${name} FROM {plan:Identifier}) AS ${name}`);
  const named = made.map((step, at) => `step_${at + 1} AS (\n${step.replace('{previous}', `step_${at}`)}\n)`);
  return `WITH\n${[...constants, ...named].join(',\n')}\n${ending.replace('{previous}', `step_${made.length}`)}`;
}

/** The query that makes the appeals of a month. */
export const appealsQuery = (arrays: Arrays, additions: readonly Addition[]): string =>
  chain(arrays, steps(additions), 'SELECT * FROM {previous}\nFORMAT Parquet');

/**
 * Some of a month's appeals, told once more and otherwise: a step that chooses them, and one that changes
 * them.
 */
function retold(
  arrays: Arrays,
  additions: readonly Addition[],
  [chosen, changed, ending]: [string, string, string],
): string {
  const [moment = '', ...others] = steps(additions);
  return chain(arrays, [moment, read(chosen), ...others, read(changed)], read(ending));
}

/** Corrections of a month's appeals as a file, or how many appeals they move from what to what. */
export const correctionsQuery = (
  arrays: Arrays,
  additions: readonly Addition[],
  ending: 'file' | 'moves',
): string =>
  retold(arrays, additions, [
    'corrections/chosen.sql',
    'corrections/corrected.sql',
    `corrections/${ending}.sql`,
  ]);

/** Badly told appeals of a month as a file, or how many rows have each defect. */
export const defectsQuery = (
  arrays: Arrays,
  additions: readonly Addition[],
  ending: 'file' | 'count',
): string =>
  retold(arrays, additions, ['defects/chosen.sql', 'defects/planted.sql', `defects/${ending}.sql`]);
