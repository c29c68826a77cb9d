import type { City } from '@hotline-atlas/city';
import { type Evaluation, NotOpen, parseName } from '@hotline-atlas/model';
import { type Asked, askedOf } from './asked.ts';
import { readChangedOrders } from './changed-orders.ts';
import type { FrozenGroup } from './frozen-group.ts';
import { answerLive } from './live-answer.ts';
import type { EvaluationRun } from './months.ts';
import { movedOf } from './moved.ts';
import { objectionCountsOf } from './objections-seen.ts';
import { programOf } from './program.ts';
import { evaluationSeen } from './redact.ts';
import type { EvaluationQuestion } from './request.ts';
import { sinceFinal } from './since-final.ts';

/** @throws InvalidQuestion for a unit that is not in the ranking, NotOpen for one whose details are closed */
function checkUnit({ unit, seen, group }: Asked, units: readonly string[]): void {
  if (unit === null) return;
  parseName('unit', unit, units);
  if (!seen.details(unit))
    throw new NotOpen(`What moved the rank of ${unit} (${group.label.en}) is not open to you.`);
}

/** The data of today. */
async function current(asked: Asked): Promise<Evaluation> {
  const live = await answerLive(asked);
  const { unit } = asked;
  checkUnit(asked, live.now.tally.units);
  const moved = await movedOf(asked, unit === null ? [] : [unit], live);
  return { ...live.answer, moved: moved[unit ?? ''] ?? null };
}

/** What was frozen, and what changed since. */
async function frozenWith(asked: Asked, { answer, moved }: FrozenGroup): Promise<Evaluation> {
  checkUnit(asked, answer.units.unit);
  const [live, changed, program] = await Promise.all([
    answerLive(asked),
    readChangedOrders(asked, answer.meta.as_of.version),
    programOf(),
  ]);
  return {
    ...answer,
    meta: { ...answer.meta, ...asked.run.months.of(asked.month), frozen: true },
    moved: moved[asked.unit ?? ''] ?? null,
    month_before: answer.month_before ?? null,
    since_final: sinceFinal(answer, live.answer, changed, program),
  };
}

/**
 * `GET /api/evaluation`: the table of a month, and what moved the rank of one unit. Of a final month the
 * figures that were frozen, unless those of today, another scheme or other weights are asked for.
 */
export async function answerEvaluation(
  question: EvaluationQuestion,
  city: City,
  run: EvaluationRun,
): Promise<Evaluation> {
  const asked = await askedOf(question, city, run);
  const { scheme = null } = run.months.of(asked.month).finalised ?? {};
  const isRule = question.scheme === null || question.scheme === scheme;
  const isPublished = question.as === null && isRule && asked.tried === null;
  const frozen = isPublished ? await run.months.frozen(asked.month, asked.group.name) : null;
  const whole = frozen ? await frozenWith(asked, frozen) : await current(asked);
  const counts = objectionCountsOf(run.months.objections(asked.month), run.scope, city);
  return evaluationSeen(
    { ...whole, objections: { ...whole.objections, ...counts } },
    { details: asked.seen.details, all: run.history.seen.all },
  );
}
