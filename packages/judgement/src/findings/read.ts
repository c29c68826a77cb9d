import type { City } from '@hotline-atlas/city';
import {
  type Answer,
  type Change,
  type ChangeGrouping,
  type Clause,
  type DimensionName,
  type FindingCompare,
  type MetricName,
  type Period,
  type Selection,
  shift,
} from '@hotline-atlas/model';
import { answerRows, newestSeen, nowFor, periodOf, planQuery } from '@hotline-atlas/query';
import { answerChange } from '../change/answer.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { stepsOf } from '../series/steps.ts';
import type { FindingsQuestion } from './request.ts';

/** Rate of false discoveries of every finding. */
export const level = 0.05;

/** Where and for whom findings are read, and of what. */
export interface Reading {
  run: JudgementRun;
  city: City;
  /** Clauses of the place, none where it is the whole. */
  where: readonly Clause[];
  period: Period;
  compare: FindingCompare;
  /** The minute it is now; null where orders are open as of the newest appeal. */
  now: string | null;
}

/** Months among which the newest complete one is looked for: days without data leave months out. */
const lookedBack = 24;

/** Without a beginning, the newest complete month. */
export function periodAsked({ selection }: FindingsQuestion, run: JudgementRun): Period {
  if (selection.from) return periodOf(selection, run.history);
  const [last] = stepsOf(selection, run.history, run.city, 'month', lookedBack).starts.slice(-1);
  return last ? { from: last, to: shift(last, 'month', 1) } : periodOf(selection, run.history);
}

/** A clause of one value. */
export const clauseOf = (dimension: DimensionName, value: string): Clause => ({
  dimension,
  exclude: false,
  values: [value],
});

const selectionOf = ({ where, period }: Reading, more: readonly Clause[]): Selection => ({
  where: [...where, ...more],
  withoutRegimes: [],
  ...period,
});

interface ChangeAsked {
  metric: MetricName;
  by: ChangeGrouping | null;
  compare?: FindingCompare;
  also?: readonly Clause[];
  season?: boolean;
}

/** What `/api/change` answers of the place and the period. */
export const readChange = (reading: Reading, asked: ChangeAsked): Promise<Change> =>
  answerChange(
    {
      selection: selectionOf(reading, asked.also ?? []),
      metric: asked.metric,
      by: asked.by,
      compare: asked.compare ?? reading.compare,
      level,
      season: asked.season ?? false,
      format: 'json',
    },
    reading.city,
    reading.run,
  );

/** How many orders of some clauses are open and overdue, whenever they came in. */
export function readOpen(
  { run, city, now }: Reading,
  where: readonly Clause[],
  byUnit: boolean,
): Promise<Answer> {
  const { database, history, tables, scope, signal } = run;
  const due = now === null ? newestSeen(history) : nowFor(scope, history, new Date(now));
  const query = {
    ...{ due, where: [...where], withoutRegimes: [], metrics: ['open' as const, 'overdue' as const] },
    ...{ by: byUnit ? ['unit' as const] : [], order: [], resolution: 8 as const },
  };
  const plan = planQuery(query, scope, history, run.city, tables);
  return answerRows(plan, { database, history, timeZone: city.time_zone, signal });
}

/** What `/api/query` answers of the place and the period. */
export function readFigures(
  reading: Reading,
  asked: { metrics: MetricName[]; by: DimensionName[]; compared?: boolean; also?: readonly Clause[] },
): Promise<Answer> {
  const { database, history, city, tables, scope, signal } = reading.run;
  const query = {
    ...selectionOf(reading, asked.also ?? []),
    metrics: asked.metrics,
    by: asked.by,
    order: [],
    resolution: 8 as const,
    ...(asked.compared && { compare: reading.compare }),
  };
  const plan = planQuery(query, scope, history, city, tables);
  return answerRows(plan, { database, history, timeZone: reading.city.time_zone, signal });
}
