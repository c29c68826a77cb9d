import { daysOfMonth } from '@hotline-atlas/judgement';
import { isLocalDate } from '@hotline-atlas/model';
import type { monthStep } from '@hotline-atlas/model/wire';
import { ChangedMeanwhile, NotNow, type Store, stateAfter, takeStep } from '@hotline-atlas/store';
import type { z } from 'zod';
import { InvalidBody } from '../../problems/failures.ts';
import type { MonthRun } from './evaluation-run.ts';
import { freezeMonth } from './freeze-month.ts';
import { isMonthProvisional, todayIn } from './month-today.ts';

type Asked = z.output<typeof monthStep>;

/** Whether a step says until when objections are taken. */
const namesDay = ({ step }: Asked, isFinal: boolean): boolean =>
  step === 'open' || step === 'move_day' || (step === 'step_back' && isFinal);

/** @throws InvalidBody naming the field that is wrong */
function checkStep(asked: Asked, today: string, isFinal: boolean): void {
  const { step, objections_until: until, reason } = asked;
  if (!namesDay(asked, isFinal) && until !== undefined)
    throw new InvalidBody(`objections_until: ${step} names no day here`, 'objections_until');
  if (namesDay(asked, isFinal) && (until === undefined || !isLocalDate(until) || until < today))
    throw new InvalidBody(
      `objections_until: the last day objections are taken, from ${today} on`,
      'objections_until',
    );
  if ((step === 'step_back' || step === 'move_day') && reason === undefined)
    throw new InvalidBody('reason: why the month takes this step; everybody can read it', 'reason');
}

/** @throws NotNow where a month is opened that is not over: its orders are still to come */
function checkOver({ scheme, month }: MonthRun, { step }: Asked, today: string): void {
  const { to } = daysOfMonth(scheme, month);
  if (step === 'open' && today < to)
    throw new NotNow(`${month} is not over: it can be opened for objections from ${to} on.`);
}

/** What is said of a month that is made final. @throws NotNow where it is not said */
async function finalising(run: MonthRun, { provisional, early }: Asked, today: string) {
  const { months, month } = run;
  const until = months.of(month).objections_until;
  const isEarly = until !== null && today <= until;
  if (isEarly && !early)
    throw new NotNow(
      `Objections to ${month} are taken until ${until}. Wait, move the day, or send early: true, which stays on record.`,
    );
  const isProvisional = await isMonthProvisional(run);
  if (isProvisional && !provisional)
    throw new NotNow(
      `Some rates of ${month} are not ripe yet. Wait, or send provisional: true, which stays on record.`,
    );
  return { early: isEarly, provisional: isProvisional };
}

/**
 * Takes a step of a month; one that makes it final freezes its figures.
 * @throws InvalidBody, ChangedMeanwhile, NotNow
 */
export async function takeMonthStep(store: Store, run: MonthRun, asked: Asked) {
  const { months, month, city, asker } = run;
  const now = months.of(month);
  const today = todayIn(city);
  if (now.revision !== asked.revision) throw new ChangedMeanwhile(now.revision);
  const state = stateAfter(now.state, asked.step);
  checkStep(asked, today, now.state === 'final');
  checkOver(run, asked, today);
  const isFinal = state === 'final';
  const said = isFinal ? await finalising(run, asked, today) : { early: false, provisional: false };
  const taken = {
    ...{ city: city.code, month, who: asker.person.name, revision: asked.revision, step: asked.step },
    ...{ objections_until: asked.objections_until ?? null, reason: asked.reason ?? null, ...said },
    frozen: isFinal ? await freezeMonth(run) : null,
  };
  const kept = await takeStep(store, taken);
  return { ...said, revision: kept.revision, objections_until: kept.objections_until };
}
