import { readCorrections } from '@hotline-atlas/judgement';
import type { Objection, ObjectionDecisionTold, ObjectionResult } from '@hotline-atlas/model';
import type { objectionDecision } from '@hotline-atlas/model/wire';
import type { KeptObjection } from '@hotline-atlas/store';
import type { z } from 'zod';
import { tallyQuestion } from '../../evaluation/asked.ts';
import { InvalidBody } from '../../problems/failures.ts';
import type { MonthRun } from './evaluation-run.ts';

type Decided = Pick<
  KeptObjection,
  'state' | 'effect' | 'resolved' | 'satisfied' | 'decision_reason' | 'decided_by' | 'decided'
>;

/** What was decided; null while nothing is. */
export function decisionTold(kept: Decided): ObjectionDecisionTold | null {
  const { state, effect, resolved, satisfied, decision_reason: reason, decided_by: who, decided } = kept;
  if ((state !== 'upheld' && state !== 'rejected') || reason === null || who === null || decided === null)
    return null;
  return { decision: state, effect, resolved, satisfied, reason, who, at: decided.toISOString() };
}

/** What upheld objections change by the data of today, by order. */
async function resultsOf(
  { city, scheme, month, whole, months }: MonthRun,
  isWanted: boolean,
): Promise<ReadonlyMap<string, ObjectionResult>> {
  const [group] = scheme.groups;
  if (!group || !isWanted) return new Map();
  const question = tallyQuestion({ city, group, run: { ...whole, months } }, scheme, month);
  const { corrected } = await readCorrections(question, whole, city.time_zone);
  return new Map(corrected.map(({ correction, result }) => [correction.order, result]));
}

/** Objections as they are told. */
export async function objectionsTold(run: MonthRun, kept: readonly KeptObjection[]): Promise<Objection[]> {
  const results = await resultsOf(
    run,
    kept.some(({ state }) => state === 'upheld'),
  );
  const { name } = run.asker.person;
  return kept.map((objection) => {
    const { id, month, group_name: group, unit, order_number: order, reason, text, who, state } = objection;
    return {
      ...{ id, month, group, unit, order, reason, text, who, state, mine: who === name },
      at: objection.created.toISOString(),
      decision: decisionTold(objection),
      result: state === 'upheld' ? (results.get(order) ?? null) : null,
      ...{ revision: objection.revision, updated: objection.updated.toISOString() },
    };
  });
}

type Decision = z.output<typeof objectionDecision>;

/**
 * The effect of a decision.
 * @throws InvalidBody where an upheld objection says none, a rejected one some, or a correction nothing
 */
export function checkedEffect({ decision, effect, resolved, satisfied }: Omit<Decision, 'revision'>) {
  const corrects = resolved !== null || satisfied !== null;
  if (decision === 'rejected' && (effect !== null || corrects))
    throw new InvalidBody('effect: a rejected objection has none', 'effect');
  if (decision === 'upheld' && effect === null)
    throw new InvalidBody('effect: excluded, or corrected with resolved or satisfied', 'effect');
  if ((effect === 'corrected') !== corrects)
    throw new InvalidBody(
      'resolved, satisfied: yes or not_asked where the effect is corrected, and only there',
      'resolved',
    );
  return { effect, resolved, satisfied };
}
