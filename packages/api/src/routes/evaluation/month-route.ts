import {
  checkParameterNames,
  type EvaluationMonth,
  type EvaluationStepTaken,
  type RawParameters,
} from '@hotline-atlas/model';
import { monthStep } from '@hotline-atlas/model/wire';
import { type KeptStep, listSteps, type Store } from '@hotline-atlas/store';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { readBody } from '../../context/read-body.ts';
import { parametersOf } from '../../context/request.ts';
import { writeDown } from '../../context/write-down.ts';
import type { EvaluationMonths, MonthState } from '../../evaluation/months.ts';
import { objectionCountsOf } from '../../evaluation/objections-seen.ts';
import { monthOf } from '../../evaluation/request.ts';
import { type MonthRun, onMonth } from './evaluation-run.ts';
import { isMonthProvisional, todayIn } from './month-today.ts';
import { takeMonthStep } from './take-step.ts';

const stepTold = (step: KeptStep): EvaluationStepTaken => {
  const { revision, at, who, state, objections_until, reason, provisional, early, hash } = step;
  return {
    ...{ revision, at: at.toISOString(), who, step: step.step, state },
    ...{ objections_until, reason, provisional, early, hash },
  };
};

/** Whether objections are taken on a day. */
const takesObjections = ({ state, objections_until }: MonthState, today: string): boolean =>
  state === 'objections' && objections_until !== null && today <= objections_until;

async function monthTold(run: MonthRun, store: Store): Promise<EvaluationMonth> {
  const { month, months, city, asker } = run;
  const state = months.of(month);
  const [provisional, history] = await Promise.all([
    isMonthProvisional(run),
    store.exists ? listSteps(store, { city: city.code, month }) : [],
  ]);
  return {
    ...{ month, ...state, frozen: state.state === 'final', provisional },
    takes_objections: takesObjections(state, todayIn(city)),
    objections: objectionCountsOf(months.objections(month), asker.scope, city),
    history: history.map(stepTold),
  };
}

/** The month an address names; null where the one that is shown first is asked for. */
function monthAsked(raw: RawParameters, names: readonly string[]): string | null {
  checkParameterNames(raw, names);
  return monthOf(raw);
}

/** `GET /api/evaluation/month`, and `POST /api/evaluation/month/step`. */
export function monthRoutes(context: Context, readMonths: () => Promise<EvaluationMonths>) {
  const { store } = context;
  const on = onMonth(context, readMonths);
  const show: RequestHandler = async (request, response) => {
    const month = monthAsked(parametersOf(request), ['month']);
    const told = await on(request, response, month, (run) => monthTold(run, store));
    response.set('Cache-Control', 'private, no-store').json(told);
  };
  const step: RequestHandler = async (request, response) => {
    const asked = await readBody(request, monthStep);
    const told = await on(request, response, asked.month, async (run) => {
      const { objections_until, provisional, early, revision } = await takeMonthStep(store, run, asked);
      await writeDown(context, run.asker.person, {
        event: 'evaluation-step',
        subject: asked.month,
        detail: { step: asked.step, revision, objections_until, provisional, early },
      });
      return monthTold({ ...run, months: await readMonths() }, store);
    });
    response.set('Cache-Control', 'private, no-store').json(told);
  };
  return { show, step };
}
