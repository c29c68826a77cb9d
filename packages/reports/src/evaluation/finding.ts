import { count, listed, range } from '../format/numbers.ts';
import { filled, type Told, unitName } from './paper.ts';

/** Ranks a unit may truly have: `1–9`. */
export function ranksTold({ evaluation: { units } }: Told, at: number): string {
  const rank = units.rank[at];
  const [first, last] = [units.rank_first[at] ?? rank, units.rank_last[at] ?? rank];
  return first === null || first === undefined ? '' : range(count(first), count(last ?? first));
}

/** Units with a rank, by their place in the columns. */
export const rankedOf = ({ evaluation: { units } }: Told): number[] =>
  units.rank.flatMap((rank, at) => (rank === null ? [] : [at]));

/** So many units at an end of the ranking are named; more are counted. */
const mostNamed = 2;

/** Sentences on the two ends of a ranking; none where no unit lies apart from the middle. */
function endsTold(told: Told, ranked: readonly number[]): string[] {
  const { words, language, evaluation } = told;
  const { rank_first, rank_last } = evaluation.units;
  const half = ranked.length / 2;
  const tops = ranked.filter((at) => (rank_last[at] ?? ranked.length) <= half);
  const bottoms = ranked.filter((at) => (rank_first[at] ?? 0) > half);
  const endTold = (end: readonly number[], many: string): string[] => {
    if (end.length === 0) return [];
    if (end.length > mostNamed)
      return [filled(many, { count: count(end.length), ranked: count(ranked.length) })];
    const named = end.map((at) =>
      filled(words.finding.top, {
        name: unitName(evaluation.units.unit[at] ?? '', told),
        ranks: ranksTold(told, at),
      }),
    );
    return [listed(named, language)];
  };
  const rest = ranked.length - tops.length - bottoms.length;
  const ends = [...endTold(tops, words.finding.upper), ...endTold(bottoms, words.finding.lower)];
  return ends.length > 0 && rest > 1 ? [...ends, words.finding.between] : ends;
}

/** The finding of a month as one sentence without a full stop: how much of its order is chance. */
export function findingTold(told: Told): string {
  const { words, evaluation, language } = told;
  const { finding } = words;
  const { units } = evaluation;
  const ranked = rankedOf(told);
  const [first] = ranked;
  if (first === undefined) return finding.nobody;
  if (ranked.length === 1) return filled(finding.one, { name: unitName(units.unit[first] ?? '', told) });
  if (ranked.every((at) => units.score[at] === units.score[first]))
    return filled(finding.tie, { ranked: count(ranked.length) });
  const ends = endsTold(told, ranked);
  if (ends.length > 0) return ends.join(language === 'zh' ? '；' : '; ');
  const tiers = 1 + ranked.filter((at) => units.told_apart[at] === true).length;
  if (tiers > 1) return filled(finding.tiers, { count: count(tiers) });
  return filled(finding.chance, { ranked: count(ranked.length) });
}

/** Who is called in, and how sure that is. */
export function calledTold({ words, evaluation }: Told): string {
  const { called } = words;
  const { called_in, called_in_sure } = evaluation.units;
  if (evaluation.meta.group.called_in === 0) return called.none;
  const all = called_in.filter(Boolean).length;
  const sure = called_in.filter((each, at) => each && called_in_sure[at]).length;
  if (all === 0) return called.nobody;
  const text = sure === all ? called.allSure : sure === 0 ? called.noneSure : called.someSure;
  return filled(text, { count: count(all), sure: count(sure) });
}
