import type { ChangeMark, Evaluation, EvaluationStanding } from '@hotline-atlas/model';

/** One unit of a month: the columns of an answer at its place. */
export interface UnitRow {
  code: string;
  standing: EvaluationStanding;
  rank: number | null;
  rankFirst: number | null;
  rankLast: number | null;
  score: number | null;
  scoreLower: number | null;
  scoreUpper: number | null;
  orders: number;
  appeals: number;
  excluded: number | null;
  visited: number;
  change: number | null;
  mark: ChangeMark;
  /** The name of its class. */
  class: string | null;
  calledIn: boolean;
  calledInSure: boolean;
  caseMixScore: number | null;
  caseMixRank: number | null;
  weightsBest: number | null;
  weightsWorst: number | null;
  /** Whether whoever asks may see its details. */
  isOpen: boolean;
}

/** The unit at a place of an answer. */
export function rowOf({ units }: Pick<Evaluation, 'units'>, at: number): UnitRow {
  const number = (column: readonly (number | null)[]) => column[at] ?? null;
  return {
    code: units.unit[at] ?? '',
    standing: units.standing[at] ?? 'not_asked',
    rank: number(units.rank),
    rankFirst: number(units.rank_first),
    rankLast: number(units.rank_last),
    score: number(units.score),
    scoreLower: number(units.score_lower),
    scoreUpper: number(units.score_upper),
    orders: units.orders[at] ?? 0,
    appeals: units.appeals[at] ?? 0,
    excluded: number(units.excluded),
    visited: units.visited[at] ?? 0,
    change: number(units.change),
    mark: units.mark[at] ?? 'too_few',
    class: units.class[at] ?? null,
    calledIn: units.called_in[at] ?? false,
    calledInSure: units.called_in_sure[at] ?? false,
    caseMixScore: number(units.case_mix_score),
    caseMixRank: number(units.case_mix_rank),
    weightsBest: number(units.weights_best),
    weightsWorst: number(units.weights_worst),
    isOpen: units.details[at] ?? false,
  };
}

/** How many units of a month are ranked. */
export const rankedIn = ({ units }: Pick<Evaluation, 'units'>): number =>
  units.rank.filter((rank) => rank !== null).length;

/** An indicator of which too few, or nobody, were asked. */
export interface Short {
  name: string;
  asked: number;
  fewest: number;
}

/** Why a unit has no score: indicators that count with fewer cases than the scheme demands. */
export const shortOf = ({ indicators }: Pick<Evaluation, 'indicators'>, at: number): Short[] =>
  indicators
    .filter(({ measured }) => measured)
    .map(({ name, denominator, fewest }) => ({ name, asked: denominator[at] ?? 0, fewest }))
    .filter(({ asked, fewest }) => asked === 0 || asked < fewest);

/**
 * Points an indicator gives at the most: what nobody has gives its weight to the others. Rounded as points
 * are.
 */
export function mostPoints(
  { indicators, meta }: Pick<Evaluation, 'indicators'> & { meta: { scheme: { decimals: number } } },
  name: string,
): number {
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const counted = indicators.filter(({ measured }) => measured);
  const measured = counted.reduce((sum, { weight }) => sum + weight, 0);
  const own = counted.find((each) => each.name === name)?.weight ?? 0;
  const factor = 10 ** meta.scheme.decimals;
  return measured > 0 ? Math.round((factor * own * total) / measured) / factor : 0;
}
