import type { MetricName, Value } from '@hotline-atlas/model';
import { companionsOf } from '../answer/columns.ts';
import type { Plan } from '../plan/plan.ts';
import { measureOfStored } from './counts.ts';
import { beginsIn, withEveryBucket } from './every-bucket.ts';
import type { Fact } from './fact.ts';
import { type ValuesOf, valuesOf } from './metric-values.ts';

type Row = Record<string, Value>;

/** Whether a fact has something to be compared with. */
const isComparable = ({ dimensions }: Fact, { comparable, time }: Plan): boolean =>
  comparable && !(time && beginsIn(String(dimensions[time.grain]), time.incomparable));

/** A metric in an answer: its columns, and how they are worked out. */
interface Shown {
  metric: MetricName;
  values: ValuesOf;
  now: string[];
  before: string[];
}

const columnsNamed = (base: string, metric: MetricName): string[] => [
  base,
  ...companionsOf(metric).map((role) => `${base}_${role}`),
];

function fillIn(row: Row, columns: readonly string[], values: readonly (number | null)[]): void {
  for (const [index, column] of columns.entries()) row[column] = values[index] ?? null;
}

/** The columns of one metric put into a row, on both sides and with the change. */
function addMetric(row: Row, { metric, values, now, before }: Shown, fact: Fact, plan: Plan): void {
  fillIn(row, now, values(fact.now, fact.dimensions));
  if (!plan.before) return;
  fillIn(row, before, isComparable(fact, plan) ? values(fact.before, fact.dimensions) : []);
  const [value, earlier] = [row[metric], row[`${metric}_before`]];
  row[`${metric}_change`] = typeof value === 'number' && typeof earlier === 'number' ? value - earlier : null;
}

/** The rows of an answer, worked out from what was counted; columns in the order of `answerColumns`. */
export function rowsOfFacts(facts: readonly Fact[], plan: Plan): Row[] {
  const { metrics } = plan.query;
  const measure = measureOfStored(metrics);
  const shown = metrics.map((metric) => ({
    metric,
    values: valuesOf(metric, measure, plan.residents),
    now: columnsNamed(metric, metric),
    before: columnsNamed(`${metric}_before`, metric),
  }));
  return withEveryBucket(facts, plan).map((fact) => {
    const row: Row = { ...fact.dimensions };
    for (const each of shown) addMetric(row, each, fact, plan);
    return row;
  });
}
