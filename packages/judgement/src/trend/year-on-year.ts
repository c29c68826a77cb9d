import type { City } from '@hotline-atlas/city';
import {
  type Answer,
  type Bilingual,
  type LeftOut,
  type Localized,
  leftOutWords,
  type Period,
  type Query,
  type TrendGrain,
  type YearOnYear,
} from '@hotline-atlas/model';
import { answerRows, planQuery } from '@hotline-atlas/query';
import { rounded } from '../answer/numbers.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { TrendQuestion } from './request.ts';

/** How much is compared: a year of months, a quarter of weeks, four weeks of days. */
export const comparedSteps: Record<TrendGrain, number> = { month: 12, week: 13, day: 28 };

/** A name as both languages of the interface show it. */
export const bilingual = ({ en, zh }: Localized): Bilingual => ({ en, zh: zh ?? en });

/** The question behind a year on year: the period against the year before, by the one rule of comparison. */
const yearQuestion = ({ selection, metric, regimes }: TrendQuestion, period: Period): Query => ({
  ...selection,
  ...period,
  withoutRegimes: regimes === 'keep' ? [] : selection.withoutRegimes,
  metrics: [metric],
  by: [],
  compare: 'year',
  order: [],
  resolution: 8,
});

const reasonOf = ({ reason, label }: LeftOut): Bilingual => (label ? bilingual(label) : leftOutWords[reason]);

/** What an answer says of its period against the year before; null where no day has a counterpart. */
export function yearOnYearOf({ meta, rows: [row] }: Answer, metric: string): YearOnYear | null {
  const { compared_period, covered } = meta;
  const { paired } = covered;
  if (!row || !paired || paired.days === 0 || !compared_period) return null;
  const number = (column: string): number | null => {
    const value = row[column];
    return typeof value === 'number' ? value : null;
  };
  const [now, before] = [`${metric}_paired`, `${metric}_before_paired`];
  const [value, was] = [number(now), number(before)];
  return {
    period: meta.period,
    compared_period,
    days: paired.days,
    value,
    before: was,
    change_share: value !== null && was ? rounded((value - was) / was, 5) : null,
    value_numerator: number(`${now}_numerator`),
    value_denominator: number(`${now}_denominator`),
    before_numerator: number(`${before}_numerator`),
    before_denominator: number(`${before}_denominator`),
    left_out: [...covered.left_out, ...paired.left_out].map(({ from, to, ...why }) => ({
      from,
      to,
      reason: reasonOf({ from, to, ...why }),
    })),
  };
}

/** A period against the year before, with what was read for it. */
export async function compareYears(
  question: TrendQuestion,
  period: Period,
  { time_zone }: Pick<City, 'time_zone'>,
  run: JudgementRun,
): Promise<{
  compared: YearOnYear | null;
  read: Pick<Answer['meta'], 'source' | 'rows_read' | 'milliseconds'>;
}> {
  const { database, history, city, tables, scope, signal } = run;
  const plan = planQuery(yearQuestion(question, period), scope, history, city, tables);
  const answer = await answerRows(plan, { database, history, timeZone: time_zone, signal });
  return { compared: yearOnYearOf(answer, question.metric), read: answer.meta };
}
