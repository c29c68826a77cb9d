import type { City } from '@hotline-atlas/city';
import { movedRank, movedTold, type Scored, scoreMonth } from '@hotline-atlas/evaluation';
import { monthBefore } from '@hotline-atlas/judgement';
import { isValidIn, type MovedRankTold, type Scheme } from '@hotline-atlas/model';
import { type Asked, readMonth } from './asked.ts';

/** The scheme that was valid in a month; null where none was. */
const validIn = ({ evaluation }: City, month: string): Scheme | null =>
  evaluation.find((scheme) => isValidIn(scheme, month)) ?? null;

/** Scores of the month before as they were published, and by which scheme. */
interface Published {
  scheme: Scheme | null;
  /** Scores by unit; none where no scheme was valid, or it had no such group. */
  scores: ReadonlyMap<string, number>;
}

const scoresOf = ({ tally, score }: Scored): Map<string, number> =>
  new Map(tally.units.map((unit, at) => [unit, score[at] ?? Number.NaN]));

/** Scores of the month before by the scheme that was valid then; of a final month those that were frozen. */
async function publishedScores(asked: Asked, before: Scored): Promise<Published> {
  const month = monthBefore(asked.month);
  const frozen = await asked.run.months.frozen(month, asked.group.name);
  if (frozen) {
    const { units } = frozen.answer;
    const scores = units.unit.map((unit, at): [string, number] => [unit, units.score[at] ?? Number.NaN]);
    return { scheme: frozen.scheme, scores: new Map(scores) };
  }
  const scheme = validIn(asked.city, month);
  const group = scheme?.groups.find(({ name }) => name === asked.group.name);
  if (!scheme || !group) return { scheme, scores: new Map() };
  if (scheme === asked.scheme) return { scheme, scores: scoresOf(before) };
  const { tally } = await readMonth({ ...asked, group }, scheme, month);
  return { scheme, scores: scoresOf(scoreMonth(scheme, tally)) };
}

function rankIn(scores: ReadonlyMap<string, number>, unit: string): number | null {
  const own = scores.get(unit) ?? Number.NaN;
  if (Number.isNaN(own)) return null;
  return 1 + [...scores.values()].reduce((sum, other) => sum + Number(other > own), 0);
}

/** What moved the rank of some units since the month before; null where one had no score in both. */
export async function movedOf(
  asked: Asked,
  units: readonly string[],
  { now, before }: { now: Scored; before: Scored },
): Promise<Record<string, MovedRankTold | null>> {
  if (units.length === 0) return {};
  const { scheme, scores } = await publishedScores(asked, before);
  const earlier = { month: monthBefore(asked.month), scheme: scheme?.name ?? null };
  const moved = units.map((unit) => {
    const found = movedRank(now, before, unit, rankIn(scores, unit));
    return [unit, found && movedTold(found, unit, asked.scheme, earlier)];
  });
  return Object.fromEntries(moved);
}
