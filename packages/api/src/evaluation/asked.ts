import { type City, membersOf } from '@hotline-atlas/city';
import { withWeights } from '@hotline-atlas/evaluation';
import { daysOfMonth, type ReadTally, readKeptTally, type TallyQuestion } from '@hotline-atlas/judgement';
import type { EvaluatedGroup, Scheme } from '@hotline-atlas/model';
import { NotFound } from '../problems/failures.ts';
import { defaultMonth } from './default-month.ts';
import type { EvaluationRun } from './months.ts';
import { type EvaluationQuestion, groupIn } from './request.ts';
import { rulesOf } from './rules.ts';
import { parseTriedWeights } from './tried-weights.ts';
import { type RankingSeen, rankingSeen } from './who-sees.ts';

/** Everything that is asked, with what was chosen for what was not said. */
export interface Asked {
  month: string;
  scheme: Scheme;
  group: EvaluatedGroup;
  unit: string | null;
  city: City;
  run: EvaluationRun;
  seen: RankingSeen;
  /** Tried weights by indicator; null where the rules are asked for. */
  tried: Record<string, number> | null;
}

/** @throws NotFound where a city evaluates nobody; InvalidQuestion, NotOpen */
export async function askedOf(question: EvaluationQuestion, city: City, run: EvaluationRun): Promise<Asked> {
  if (city.evaluation.length === 0)
    throw new NotFound(`${city.name.en} evaluates nobody: its pack has no evaluation.yaml.`);
  const month = question.month ?? (await defaultMonth(city, run));
  const rules = await rulesOf(city, run.months, month, question);
  const tried = question.weights === null ? null : parseTriedWeights(question.weights, rules);
  const scheme = tried ? withWeights(rules, tried) : rules;
  const group = groupIn(scheme, question.group);
  const seen = rankingSeen(run.scope, city, group);
  return { month, scheme, group, unit: question.unit, city, run, seen, tried };
}

/** What is counted of a month by the rules of a scheme, with what upheld objections say of its orders. */
export const tallyQuestion = (
  { city, group, run }: Pick<Asked, 'city' | 'group' | 'run'>,
  scheme: Scheme,
  month: string,
): TallyQuestion => ({
  scheme,
  group,
  members: membersOf(group, city),
  days: daysOfMonth(scheme, month),
  corrections: run.months.corrections(month),
});

/** Counts of a month by the rules of a scheme. */
export function readMonth(asked: Asked, scheme: Scheme, month: string): Promise<ReadTally> {
  const { city, run, seen } = asked;
  const counted = { ...run, scope: seen.counted };
  return readKeptTally(tallyQuestion(asked, scheme, month), counted, city.time_zone);
}
