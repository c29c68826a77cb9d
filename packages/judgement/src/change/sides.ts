import {
  type Answer,
  type Compare,
  isGrain,
  type MetricName,
  type Query,
  type Value,
} from '@hotline-atlas/model';
import { answerRows, planQuery } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ChangeQuestion } from './request.ts';

/**
 * What was counted of a group on both sides, on the days that are compared. Rates: cases that count, of how
 * many; counts: of nothing.
 */
export interface Sides {
  group: string;
  now: number;
  nowOf: number;
  before: number;
  beforeOf: number;
}

/** Sides of all groups, as `/api/query` compares them. */
export interface ReadSides {
  meta: Answer['meta'];
  sides: Sides[];
}

type Row = Answer['rows'][number];

const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

function sidesOf(row: Row, { metric, by, kind }: Asked): Sides {
  const of = (base: string): [number, number] =>
    kind === 'rate'
      ? [numberOf(row[`${base}_numerator`]), numberOf(row[`${base}_denominator`])]
      : [numberOf(row[base]), 0];
  const [now, nowOf] = of(`${metric}_paired`);
  const [before, beforeOf] = of(`${metric}_before_paired`);
  return { group: by ? String(row[by] ?? '') : '', now, nowOf, before, beforeOf };
}

interface Asked extends Pick<ChangeQuestion, 'selection' | 'metric' | 'by'> {
  compare: Compare;
  kind: 'counts' | 'rate';
}

/** The question of `/api/query` behind a judgement. */
const queryOf = ({ selection, metric, by, compare }: Omit<Asked, 'kind'>): Query => ({
  ...selection,
  metrics: [metric satisfies MetricName],
  by: by && !isGrain(by) ? [by] : [],
  compare,
  order: [],
  resolution: 8,
});

/** Reads both sides by the one rule of comparison. */
export async function readSides(asked: Asked, run: JudgementRun, timeZone: string): Promise<ReadSides> {
  const { scope, history, city, tables, database, signal } = run;
  const plan = planQuery(queryOf(asked), scope, history, city, tables);
  const { meta, rows } = await answerRows(plan, { database, history, timeZone, signal });
  const sides = rows.map((row) => sidesOf(row, asked));
  return {
    meta,
    sides: sides.filter(({ now, nowOf, before, beforeOf }) => now + nowOf + before + beforeOf > 0),
  };
}

/** All groups together. */
export const wholeOf = (sides: readonly Sides[]): Sides =>
  sides.reduce(
    (sum, side) => ({
      group: '',
      now: sum.now + side.now,
      nowOf: sum.nowOf + side.nowOf,
      before: sum.before + side.before,
      beforeOf: sum.beforeOf + side.beforeOf,
    }),
    { group: '', now: 0, nowOf: 0, before: 0, beforeOf: 0 },
  );
