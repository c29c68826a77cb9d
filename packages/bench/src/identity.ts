import { closingTimeEdges, type MetricName, metricOf, type Query, type Value } from '@hotline-atlas/model';
import type { Question } from './questions/question.ts';
import type { SideAnswer } from './sides/side.ts';

type Row = Record<string, Value>;

/** Two sides do not say the same: nothing that was measured means anything. */
export class Different extends Error {
  override readonly name = 'Different';
}

/** Smallest number of cases from which two sketches of a quantile must agree. */
const enoughCases = 500;

const numberOf = (value: Value | undefined): number =>
  value === null || value === undefined ? 0 : Number(value);

/** Counts of a metric that must be equal on all sides: never a sketch. */
function exactColumns(metric: MetricName): string[] {
  switch (metricOf(metric).kind) {
    case 'sum':
      return [metric];
    case 'distinct_callers':
      return [];
    case 'closing_time_quantile':
      return [`${metric}_denominator`];
    case 'per_residents':
      return [`${metric}_numerator`];
    case 'repeat_share':
      return [`${metric}_denominator`];
    default:
      return [`${metric}_numerator`, `${metric}_denominator`];
  }
}

/** The counts of a question, those of the compared side among them. */
const exactColumnsOf = ({ metrics, compare }: Query): string[] =>
  metrics.flatMap((metric) =>
    exactColumns(metric).flatMap((column) => {
      const before = column === metric ? `${metric}_before` : column.replace(metric, `${metric}_before`);
      return compare ? [column, before] : [column];
    }),
  );

const keyOf = (row: Row, by: Query['by']): string =>
  by.map((dimension) => String(row[dimension] ?? '')).join(' | ');

/** Rows by their dimensions; a row of nothing but zeros says nothing and is left out. */
function counted(rows: readonly Row[], query: Query, columns: readonly string[]): Map<string, number[]> {
  const values = rows.map(
    (row) => [keyOf(row, query.by), columns.map((column) => numberOf(row[column]))] as const,
  );
  return new Map(values.filter(([, counts]) => counts.some((count) => count !== 0)));
}

const classOf = (hours: number): number => closingTimeEdges.filter((edge) => edge <= hours).length;

/** Sketches are not equal, but lie in the same class of times to close or one beside it. */
function quantilesDiffer(ours: readonly Row[], theirs: readonly Row[], query: Query): string | null {
  const others = new Map(theirs.map((row) => [keyOf(row, query.by), row]));
  const sketched = query.metrics.filter((metric) => metricOf(metric).kind === 'closing_time_quantile');
  for (const row of ours)
    for (const metric of sketched) {
      const other = others.get(keyOf(row, query.by));
      if (!other || numberOf(row[`${metric}_denominator`]) < enoughCases) continue;
      const [a, b] = [numberOf(row[metric]), numberOf(other[metric])];
      if (Math.abs(classOf(a) - classOf(b)) > 1)
        return `${keyOf(row, query.by) || 'whole'}: ${metric} ${a} and ${b}`;
    }
  return null;
}

/**
 * How far apart two estimates of different callers may lie, as a share: the bare table's sketch is the same
 * as ours; DuckDB's is coarse where callers are few: it told of 597 where 380 called, and ours of 387.
 */
const callersMayDiffer = { bare: 0.05, duckdb: 0.7 } as const;
export type RivalName = keyof typeof callersMayDiffer;
const fewCallers = 25;

/** What rests on a sketch of callers, and how many cases it is a part of. */
const callersIn = (row: Row, metric: MetricName): number =>
  metricOf(metric).kind === 'repeat_share'
    ? numberOf(row[`${metric}_denominator`]) - numberOf(row[`${metric}_numerator`])
    : numberOf(row[metric]);

function callersDiffer(
  ours: readonly Row[],
  theirs: readonly Row[],
  query: Query,
  rival: RivalName,
): string | null {
  const others = new Map(theirs.map((row) => [keyOf(row, query.by), row]));
  const sketched = query.metrics.filter((metric) =>
    ['distinct_callers', 'repeat_share'].includes(metricOf(metric).kind),
  );
  for (const row of ours)
    for (const metric of sketched) {
      const other = others.get(keyOf(row, query.by));
      const [a, b] = [callersIn(row, metric), other ? callersIn(other, metric) : 0];
      const allowed = Math.max(callersMayDiffer[rival] * Math.max(a, b), fewCallers);
      if (Math.abs(a - b) > allowed)
        return `${keyOf(row, query.by) || 'whole'}: callers of ${metric} ${a} and ${b}`;
    }
  return null;
}

function queriesDiffer(
  ours: readonly Row[],
  theirs: readonly Row[],
  query: Query,
  rival: RivalName,
): string | null {
  const columns = exactColumnsOf(query);
  const [a, b] = [counted(ours, query, columns), counted(theirs, query, columns)];
  for (const [key, counts] of a) {
    const others = b.get(key);
    const at = counts.findIndex((count, index) => count !== others?.[index]);
    if (at >= 0) return `${key || 'whole'}: ${columns[at]} is ${counts[at]} and ${others?.[at] ?? 'missing'}`;
  }
  const more = [...b.keys()].find((key) => !a.has(key));
  if (more !== undefined) return `${more}: missing and ${b.get(more)?.join(', ')}`;
  return quantilesDiffer(ours, theirs, query) ?? callersDiffer(ours, theirs, query, rival);
}

function recordsDiffer(ours: SideAnswer, theirs: SideAnswer): string | null {
  if (ours.total !== theirs.total) return `total is ${ours.total} and ${theirs.total}`;
  const at = ours.rows.findIndex(({ id }, index) => id !== theirs.rows[index]?.id);
  return at < 0 ? null : `record ${at + 1} is ${ours.rows[at]?.id} and ${theirs.rows[at]?.id}`;
}

/** Whether which rows are shown rests on a sketch, so that sides may rightly show others. */
const cutBySketch = ({ order, limit, metrics }: Query): boolean =>
  limit !== undefined &&
  order.some(({ column }) =>
    metrics.some((metric) => metric === column && metricOf(metric).kind === 'closing_time_quantile'),
  );

/** What differs between the answers of ours and of another side; null where nothing does. */
export function difference(
  question: Question,
  ours: SideAnswer,
  theirs: SideAnswer,
  rival: RivalName,
): string | null {
  const { asked } = question;
  if (asked.kind === 'records') return recordsDiffer(ours, theirs);
  if (cutBySketch(asked.query)) return null;
  return queriesDiffer(ours.rows, theirs.rows, asked.query, rival);
}
