import {
  type Counted,
  type DimensionName,
  type EvaluatedGroup,
  floorTo,
  type Measure,
  type MetricName,
  metricNames,
  needsCallers,
  needsResidents,
  type ObjectionCorrection,
  type Period,
  type Query,
  type RowMeasure,
  type Scheme,
  shift,
  termsOf,
} from '@hotline-atlas/model';
import {
  appealTable,
  type Counter,
  countersOf,
  name,
  type Plan,
  planQuery,
  type Sql,
  sourcesOf,
  sql,
  type Table,
} from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { summedOf } from './counted-sql.ts';
import { ofEveryOrder, outcomeTables } from './outcome-tables.ts';
import type { RowReading } from './row-measure-sql.ts';

/** Which orders are counted: of whom, in which days, by which rules. */
export interface TallyQuestion {
  scheme: Scheme;
  group: Pick<EvaluatedGroup, 'by' | 'without'>;
  /** Codes of the units; null for all that occur but those in `without`. */
  members: readonly string[] | null;
  days: Period;
  /** What upheld objections say of orders. */
  corrections?: readonly ObjectionCorrection[];
}

/** Counted of every entry, before the indicators. */
const always = ['appeals', 'dispatched', 'visited'] as const satisfies Measure[];

/** Everything that is counted, in the order of columns: appeals, orders, visited, then two an indicator. */
export const countedIn = ({ indicators }: Scheme): Counted[] => [
  ...always,
  ...indicators.flatMap(({ numerator, denominator }) => [numerator, denominator]),
];

/** Months of receipt that are looked through for orders that entered by another date. */
const monthsBack = 12;

/** The days of receipt that are read. */
export const receivedIn = ({ scheme, days }: TallyQuestion): Period =>
  scheme.enters_by === 'received'
    ? days
    : { from: floorTo(shift(days.from, 'month', -monthsBack), 'month'), to: days.to };

/** What row measures are counted by in the rows of a question. */
export const rowReadingOf = (question: TallyQuestion, { history, scope }: JudgementRun): RowReading => ({
  ...{ history, scope, scheme: question.scheme },
  received: receivedIn(question),
});

/** Metrics that hold measures, so that the plan finds a table for them. */
function metricsOf(all: readonly Exclude<Counted, RowMeasure>[]): MetricName[] {
  const plain = metricNames.filter((metric) => !needsCallers(metric) && !needsResidents(metric));
  return [
    ...new Set(
      all.flatMap((of) => {
        if (typeof of !== 'string') return ['median_hours_to_close' as const];
        return (
          plain.find((metric) => termsOf(metric).some((term) => 'measure' in term && term.measure === of)) ??
          []
        );
      }),
    ),
  ];
}

const queryOf = (
  { scheme, group, members, ...question }: TallyQuestion,
  by: readonly DimensionName[],
  metrics: MetricName[],
  excludedOnly: boolean,
): Query => ({
  ...receivedIn({ scheme, group, members, ...question }),
  where: [
    ...(members ? [{ dimension: group.by, exclude: false, values: [...members] }] : []),
    ...(!members && group.without.length > 0
      ? [{ dimension: group.by, exclude: true, values: [...group.without] }]
      : []),
    ...(excludedOnly ? [{ dimension: 'excluded_reason' as const, exclude: true, values: [''] }] : []),
  ],
  withoutRegimes: [],
  metrics,
  by: [...by],
  order: [],
  resolution: 8,
});

/** A plan with the counters it is read by. */
export interface PlannedTally {
  plan: Plan;
  counters: readonly Counter[];
  /** What is counted of sums, in the order of columns; empty where rows are read. */
  summed: readonly Exclude<Counted, RowMeasure>[];
  /** Bound besides what the plan binds. */
  parameters: Record<string, unknown>;
}

/** A column counted on rows, or on what stands for several of them. */
function rowCounter(column: string, value: Sql, when: Sql | null): Counter {
  const counted = (table: Table) => sumOf(ofEveryOrder(table, value), when);
  return { column, counted, partial: counted, merged: (parts) => sql`sum(${parts})`, empty: sql`0` };
}

/** Whether an order entered in the days asked for; null where the days of receipt say it. */
export function enteredIn({ scheme, days }: TallyQuestion, timeZone: string) {
  if (scheme.enters_by === 'received') return null;
  const day = sql`toDate(source.${name(scheme.enters_by)}, {time_zone:String})`;
  const when = sql`source.${name(scheme.enters_by)} > 0 AND ${day} >= {entered_from:Date} AND ${day} < {entered_to:Date}`;
  return { when, parameters: { time_zone: timeZone, entered_from: days.from, entered_to: days.to } };
}

const sumOf = (value: Sql, when: Sql | null): Sql =>
  when ? sql`sumIf(${value}, ${when})` : sql`sum(${value})`;

/** A column that is counted on rows, and the condition of those it is counted on, if not all. */
export interface RowColumn {
  column: string;
  value: Sql;
  when?: Sql;
}

const both = (one: Sql | undefined, other: Sql | undefined): Sql | null =>
  one && other ? sql`${one} AND ${other}` : (one ?? other ?? null);

/** How rows are read. */
interface RowPlan {
  run: JudgementRun;
  excludedOnly: boolean;
  timeZone: string;
  /** Columns are of what became of orders alone, so that tables of outcomes can tell them. */
  ofOutcomes?: true;
}

/**
 * Reads rows, or what tells their outcomes where that holds the keys and the date of receipt counts: columns
 * of the given expressions.
 */
export function planRows(
  question: TallyQuestion,
  by: readonly DimensionName[],
  columns: readonly RowColumn[],
  { run, excludedOnly, timeZone, ofOutcomes }: RowPlan,
): PlannedTally {
  const { scope, history, city } = run;
  const entered = enteredIn(question, timeZone);
  const canTell = ofOutcomes === true && !entered;
  const outcomes = canTell ? outcomeTables(run.tables, countedIn(question.scheme)) : [];
  const plan = planQuery(queryOf(question, by, ['appeals'], excludedOnly), scope, history, city, [
    ...outcomes,
    appealTable,
  ]);
  return {
    plan,
    summed: [],
    counters: columns.map(({ column, value, when }) => rowCounter(column, value, both(entered?.when, when))),
    parameters: entered?.parameters ?? {},
  };
}

/** Column of the counted thing with that number. */
export const countColumn = (index: number): string => `counted_${index}`;

/**
 * Reads the smallest table of sums that holds what is counted, by unit and case mix; null where none does,
 * something is counted of rows alone, or orders enter by another date than that of receipt.
 */
export function planBase(question: TallyQuestion, run: JudgementRun): PlannedTally | null {
  const { scheme, group } = question;
  const summed = summedOf(countedIn(scheme));
  if (scheme.enters_by !== 'received' || !summed) return null;
  const metrics = metricsOf(summed);
  const { scope, history, city, tables } = run;
  const query = queryOf(question, [group.by, ...scheme.case_mix], metrics, false);
  const plan = planQuery(query, scope, history, city, tables);
  if (sourcesOf(plan).includes(appealTable.name)) return null;
  return { plan, counters: countersOf(metrics), summed, parameters: {} };
}
