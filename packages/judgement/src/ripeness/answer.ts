import type { City } from '@hotline-atlas/city';
import {
  type Answer,
  bucketEnd,
  earlier,
  floorTo,
  later,
  type MetricName,
  metricOf,
  type Period,
  type Query,
  type RipenessAnswer,
  type RipenessCounts,
  type RipenessOf,
  ripeningOf,
  shift,
  type Value,
} from '@hotline-atlas/model';
import { answerRows, notice, planQuery } from '@hotline-atlas/query';
import { type Development, projectedRate } from '@hotline-atlas/statistics';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { rounded } from '../answer/numbers.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { Ripening } from './development.ts';
import { ripenessMethod } from './method.ts';
import { readRipening } from './read-development.ts';
import type { RipenessQuestion } from './request.ts';
import { ageOf, agesOfData, finalMonths, lastRipeMonth, ripeAt, standingOf, told } from './standing.ts';

/** Months that are told where the question has no beginning. */
const usualMonths = 24;

/** Counted of each period, besides the rate itself. */
export const countedMetrics = [
  'appeals',
  'dispatched',
  'excluded',
  'closed',
  'visited',
] as const satisfies MetricName[];

type Row = Answer['rows'][number];
const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);

/** What became of the orders of a row. */
export function countsOf(row: Row): RipenessCounts {
  const of = (name: (typeof countedMetrics)[number]) => numberOf(row[name]) ?? 0;
  const [dispatched, closed] = [of('dispatched'), of('closed')];
  return {
    ...{ appeals: of('appeals'), dispatched, excluded: of('excluded'), closed, visited: of('visited') },
    open: dispatched > 0 ? Math.max(0, dispatched - closed) : null,
  };
}

function queryOf({ selection, metric, grain }: RipenessQuestion, { history }: JudgementRun): Query {
  const isRate = metricOf(metric).kind === 'ratio';
  const from = floorTo(shift(history.span.to, 'month', -usualMonths), 'month');
  return {
    ...selection,
    ...(selection.from === undefined && { from: later(from, history.span.from) }),
    metrics: [...countedMetrics, ...(isRate ? [metric] : [])],
    by: [grain],
    order: [],
    resolution: 8,
  };
}

/** The days of a bucket that the question asks for. */
const daysOf = (row: Row, grain: RipenessQuestion['grain'], asked: Period): Period => {
  const start = String(row[grain] ?? '');
  return { from: later(start, asked.from), to: earlier(bucketEnd(start, grain), asked.to) };
};

interface Found {
  question: RipenessQuestion;
  ripening: Ripening;
  final: readonly Development[];
  asked: Period;
}

function periodOf(row: Row, { question, ripening, final, asked }: Found): RipenessOf {
  const { metric, series, grain } = question;
  const period = daysOf(row, grain, asked);
  const standing = told(standingOf(ripening, series, period));
  const [numerator, denominator] = [
    numberOf(row[`${metric}_numerator`]),
    numberOf(row[`${metric}_denominator`]),
  ];
  const known = numerator !== null && denominator !== null && standing.state === 'provisional';
  const ages = agesOfData(ripening, period);
  const projected = known && ages.length > 0 ? projectedRate({ numerator, denominator }, final, ages) : null;
  return {
    period,
    age: ageOf(ripening, period),
    ...standing,
    ...countsOf(row),
    ...{ numerator, denominator, rate: denominator ? rounded((numerator ?? 0) / denominator, 5) : null },
    projection: projected && {
      rate: rounded(projected.rate, 4) ?? 0,
      lower: rounded(projected.lower, 4) ?? 0,
      upper: rounded(projected.upper, 4) ?? 0,
      periods: final.length,
    },
  };
}

/** `GET /api/ripeness`. */
export async function answerRipeness(
  question: RipenessQuestion,
  city: City,
  run: JudgementRun,
): Promise<RipenessAnswer> {
  const { database, history, scope, tables, signal } = run;
  const plan = planQuery(queryOf(question, run), scope, history, run.city, tables);
  const [ripening, { meta, rows }] = await Promise.all([
    readRipening({ database, history, scope, timeZone: city.time_zone }),
    answerRows(plan, { database, history, timeZone: city.time_zone, signal }),
  ]);
  const { metric, series, grain } = question;
  const final = finalMonths(ripening.cohorts[series], ripening.dataTo);
  const found = { question, ripening, final, asked: meta.period };
  const periods = rows.filter((row) => numberOf(row.appeals)).map((row) => periodOf(row, found));
  const read = {
    series: [],
    source: meta.source,
    rowsRead: meta.rows_read ?? 0,
    milliseconds: meta.milliseconds,
  };
  return {
    meta: {
      ...judgementMeta(history, city.time_zone, { period: meta.period, incomplete: [] }, [read], 0),
      ...{ metric, family: ripeningOf[metric] ?? null, grain, ripe_at: ripeAt, data_to: ripening.dataTo },
    },
    last_ripe_month: lastRipeMonth(ripening, series, history.span),
    periods,
    method: ripenessMethod(question, { months: final.length, periods: periods.length }),
    notice: periods.length === 0 ? notice('no_data') : null,
  };
}
