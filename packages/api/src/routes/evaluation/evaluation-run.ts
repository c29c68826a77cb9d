import type { City } from '@hotline-atlas/city';
import { everything, type Scheme } from '@hotline-atlas/model';
import type { Request, Response } from 'express';
import { ask } from '../../context/ask.ts';
import { type Asker, answerSignal, askerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { readyHistory } from '../../context/request.ts';
import { defaultMonth } from '../../evaluation/default-month.ts';
import type { EvaluationMonths, EvaluationRun } from '../../evaluation/months.ts';
import { rulesOf } from '../../evaluation/rules.ts';
import { NotFound } from '../../problems/failures.ts';

/** Who asks about a month, and with what. */
export interface MonthRun {
  asker: Asker;
  city: City;
  month: string;
  scheme: Scheme;
  months: EvaluationMonths;
  /** As whoever asks sees the data. */
  run: EvaluationRun;
  /** As whoever sees all does: what is counted for a ranking, or frozen. */
  whole: EvaluationRun;
}

/** Does something with a month, with a place among the questions that run. */
export type OnMonth = <Answer>(
  request: Request,
  response: Response,
  month: string | null,
  answer: (run: MonthRun) => Promise<Answer>,
) => Promise<Answer>;

/**
 * Runs what is asked of a month, or of the one that is shown first.
 * @throws NotFound where the city evaluates nobody; InvalidQuestion where no scheme is valid in the month
 */
export function onMonth(context: Context, readMonths: () => Promise<EvaluationMonths>): OnMonth {
  const { city, database } = context;
  return async (request, response, asked, answer) => {
    if (city.evaluation.length === 0)
      throw new NotFound(`${city.name.en} evaluates nobody: its pack has no evaluation.yaml.`);
    const asker = await askerOf(context, request);
    const { scope } = asker;
    const history = await readyHistory(context, scope);
    const [tables, months] = await Promise.all([context.tables(), readMonths()]);
    const signal = answerSignal(context, asker, response);
    return ask(context, { history, scope }, signal, async (current) => {
      const run = { database, history: current, city, tables, scope, signal, months };
      const whole = { ...run, scope: everything, history: await readyHistory(context, everything) };
      const month = asked ?? (await defaultMonth(city, whole));
      const scheme = await rulesOf(city, months, month, { scheme: null, group: null });
      return answer({ asker, city, month, scheme, months, run, whole });
    });
  };
}
