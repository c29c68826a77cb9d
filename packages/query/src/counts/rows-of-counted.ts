import { companionsOf, hasChangeShare, type MetricName, type Period, type Value } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { type CountedRow, countsOn, pairedCounts } from './counted-row.ts';
import { type Counts, measureOfStored } from './counts.ts';
import { beginsIn, withEveryBucket } from './every-bucket.ts';
import { type ValuesOf, valuesOf } from './metric-values.ts';

type Row = Record<string, Value>;

/** Which sides of a counted row have a value. */
interface Known {
  now: boolean;
  before: boolean;
  paired: boolean;
}

function knownOf({ dimensions }: CountedRow, { hasDays, comparable, comparison, time }: Plan): Known {
  const isIn = (spans: readonly Period[]) =>
    time !== null && spans.length > 0 && beginsIn(String(dimensions[time.grain]), spans);
  return {
    now: hasDays && !isIn(time?.empty ?? []),
    before: comparable && !isIn(time?.incomparable ?? []),
    paired: comparison !== null && comparison.days > 0 && !isIn(time?.unpaired ?? []),
  };
}

/** A metric in an answer: its columns, and how they are worked out. */
interface Shown {
  metric: MetricName;
  values: ValuesOf;
  now: string[];
  before: string[];
  paired: string[];
  beforePaired: string[];
}

const columnsNamed = (base: string, metric: MetricName): string[] => [
  base,
  ...companionsOf(metric).map((role) => `${base}_${role}`),
];

function fillIn(row: Row, columns: readonly string[], values: readonly (number | null)[]): void {
  for (const [index, column] of columns.entries()) row[column] = values[index] ?? null;
}

/** The columns of one metric put into a row: both sides, their compared days, and the change. */
function addMetric(row: Row, shown: Shown, countedRow: CountedRow, plan: Plan): void {
  const { metric, values } = shown;
  const known = knownOf(countedRow, plan);
  const valuesOn = (isKnown: boolean, counts: Counts) =>
    isKnown ? values(counts, countedRow.dimensions) : [];
  fillIn(row, shown.now, valuesOn(known.now, countsOn(countedRow, 'now')));
  if (!plan.comparison) return;
  fillIn(row, shown.before, valuesOn(known.before, countsOn(countedRow, 'before')));
  fillIn(row, shown.paired, valuesOn(known.paired, pairedCounts(countedRow, plan, 'now')));
  fillIn(row, shown.beforePaired, valuesOn(known.paired, pairedCounts(countedRow, plan, 'before')));
  const [value, earlier] = [row[`${metric}_paired`], row[`${metric}_before_paired`]];
  const change = typeof value === 'number' && typeof earlier === 'number' ? value - earlier : null;
  row[`${metric}_change`] = change;
  if (hasChangeShare(metric))
    row[`${metric}_change_share`] = change !== null && earlier ? change / Number(earlier) : null;
}

/** The rows of an answer, worked out from what was counted; columns in the order of `answerColumns`. */
export function rowsOfCounted(counted: readonly CountedRow[], plan: Plan): Row[] {
  const { metrics } = plan.query;
  const measure = measureOfStored(metrics);
  const shown = metrics.map((metric) => ({
    metric,
    values: valuesOf(metric, measure, plan.residents),
    now: columnsNamed(metric, metric),
    before: columnsNamed(`${metric}_before`, metric),
    paired: columnsNamed(`${metric}_paired`, metric),
    beforePaired: columnsNamed(`${metric}_before_paired`, metric),
  }));
  return withEveryBucket(counted, plan).map((countedRow) => {
    const row: Row = { ...countedRow.dimensions };
    for (const each of shown) addMetric(row, each, countedRow, plan);
    return row;
  });
}
