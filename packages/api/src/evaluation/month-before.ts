import { points, type Scored } from '@hotline-atlas/evaluation';
import { monthBefore } from '@hotline-atlas/judgement';
import type { EvaluationMonthBefore, Scheme } from '@hotline-atlas/model';
import type { Asked } from './asked.ts';

type Scores = ReadonlyMap<string, number | null>;

/** Scores in points, as they are told. */
function told({ tally, score }: Scored, scheme: Scheme): Scores {
  return new Map(tally.units.map((unit, at) => [unit, points(score[at], scheme)]));
}

/** Units whose score is another in both; one that has none in either does not differ. */
function scoresApart(frozen: Scores, current: Scores): EvaluationMonthBefore['units'] {
  const units = [...new Set([...frozen.keys(), ...current.keys()])];
  return units.flatMap((unit) => {
    const score = { frozen: frozen.get(unit) ?? null, current: current.get(unit) ?? null };
    return score.frozen === score.current ? [] : [{ unit, score }];
  });
}

/** The month before as it was published, beside the scores this month is compared with. */
export async function monthBeforeOf(
  { month: asked, group, scheme, tried, run: { months } }: Asked,
  before: Scored,
): Promise<EvaluationMonthBefore> {
  const month = monthBefore(asked);
  const frozen = await months.frozen(month, group.name);
  const isAlike = frozen !== null && tried === null && frozen.scheme.name === scheme.name;
  if (!isAlike) return { month, state: months.of(month).state, units: null };
  const { unit, score } = frozen.answer.units;
  const published = new Map(unit.map((code, at) => [code, score[at] ?? null]));
  return { month, state: months.of(month).state, units: scoresApart(published, told(before, scheme)) };
}
