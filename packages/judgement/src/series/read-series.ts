import type { Cost, Statement } from '@hotline-atlas/clickhouse';
import type { DimensionName, Period, Query, Resolution, Selection } from '@hotline-atlas/model';
import {
  appealTable,
  boundsOfQuestions,
  type Counter,
  countersOf,
  type Plan,
  planQuery,
  sourcesOf,
} from '@hotline-atlas/query';
import { compileSeries } from './compile-series.ts';
import { decodeSeries, type Series } from './decode-series.ts';
import type { JudgementRun } from './judgement-run.ts';
import type { StepGrain } from './steps.ts';

/** Which counts: of which appeals, by which dimensions and steps. */
export interface SeriesQuestion {
  selection: Selection;
  period: Period;
  dimensions: readonly DimensionName[];
  grain: StepGrain | null;
  resolution?: Resolution;
  metrics?: Query['metrics'];
  /** Counted on the rows instead of the metrics' own measures. */
  rowCounters?: readonly Counter[];
  /** What the statement may take; by default as much as any question. */
  bounds?: Statement['settings'];
}

export interface ReadSeries extends Cost {
  series: Series[];
  source: string;
}

/** How a question for series is planned: like any other, so it takes the smallest table that can answer. */
export function planSeries(
  question: SeriesQuestion,
  { scope, history, city, tables }: Pick<JudgementRun, 'scope' | 'history' | 'city' | 'tables'>,
): { plan: Plan; counters: readonly Counter[] } {
  const {
    selection,
    period,
    dimensions,
    grain,
    resolution = 8,
    metrics = ['appeals'],
    rowCounters,
  } = question;
  const query: Query = {
    ...selection,
    ...period,
    metrics,
    by: [...dimensions, ...(grain ? [grain] : [])],
    order: [],
    resolution,
  };
  const plan = planQuery(query, scope, history, city, rowCounters ? [appealTable] : tables);
  return { plan, counters: rowCounters ?? countersOf(metrics) };
}

/** Series of counts, from one statement. */
export async function readSeries(question: SeriesQuestion, run: JudgementRun): Promise<ReadSeries> {
  const { plan, counters } = planSeries(question, run);
  const { text, parameters } = compileSeries(plan, question.dimensions, counters);
  const { body, ...cost } = await run.database.bytes({
    sql: `${text}\nFORMAT RowBinary`,
    parameters,
    settings: question.bounds ?? boundsOfQuestions,
    signal: run.signal,
    label: 'judgement: series',
  });
  return {
    series: decodeSeries(body, question.dimensions.length, counters.length),
    source: sourcesOf(plan).join(' + '),
    ...cost,
  };
}
