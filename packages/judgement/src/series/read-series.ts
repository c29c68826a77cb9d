import type { Reading, Statement } from '@hotline-atlas/clickhouse';
import type { DimensionName, Period, Query, Resolution, Selection } from '@hotline-atlas/model';
import {
  appealTable,
  boundsOfQuestions,
  type Part,
  type Plan,
  partsOf,
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
  rowParts?: readonly Part[];
  /** What the statement may take; by default as much as any question. */
  bounds?: Statement['settings'];
}

export interface ReadSeries extends Reading {
  series: Series[];
  source: string;
}

/** How a question for series is planned: like any other, so it takes the smallest table that can answer. */
export function planSeries(
  question: SeriesQuestion,
  { scope, history, city, tables }: Pick<JudgementRun, 'scope' | 'history' | 'city' | 'tables'>,
): { plan: Plan; parts: readonly Part[] } {
  const { selection, period, dimensions, grain, resolution = 8, metrics = ['appeals'], rowParts } = question;
  const query: Query = {
    ...selection,
    ...period,
    metrics,
    by: [...dimensions, ...(grain ? [grain] : [])],
    order: [],
    resolution,
  };
  const plan = planQuery(query, scope, history, city, rowParts ? [appealTable] : tables);
  return { plan, parts: rowParts ?? partsOf(metrics) };
}

/** Series of counts, from one statement. */
export async function readSeries(question: SeriesQuestion, run: JudgementRun): Promise<ReadSeries> {
  const { plan, parts } = planSeries(question, run);
  const { text, parameters } = compileSeries(plan, question.dimensions, parts);
  const { body, ...reading } = await run.database.bytes({
    sql: `${text}\nFORMAT RowBinary`,
    parameters,
    settings: question.bounds ?? boundsOfQuestions,
    signal: run.signal,
    label: 'judgement: series',
  });
  return {
    series: decodeSeries(body, question.dimensions.length, parts.length),
    source: sourcesOf(plan).join(' + '),
    ...reading,
  };
}
