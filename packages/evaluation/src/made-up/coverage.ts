import { rankReach } from '../ranking/rank-intervals.ts';
import { ranksOf } from '../ranking/ranks.ts';
import { toldApart } from '../ranking/told-apart.ts';
import { scoreMonth } from '../score/score-month.ts';
import { madeUpMonth, threeRates } from './month.ts';

/** What intervals and lines between ranks were worth over many made-up months whose truth is known. */
export interface Coverage {
  /** Share of units whose true rank lies in its interval. */
  ranks: number;
  /** The same of scores. */
  scores: number;
  /** Mean number of ranks in an interval. */
  width: number;
  /** Lines drawn between neighbours, and share of tables in which one of them is wrong. */
  lines: number;
  wrongTables: number;
}

/** @param spread of the true rates between units, as a normal score */
export function coverageOf(units: number, months: number, spread: number): Coverage {
  const found: Coverage = { ranks: 0, scores: 0, width: 0, lines: 0, wrongTables: 0 };
  for (let month = 0; month < months; month++) {
    const { tally, truth, correlation } = madeUpMonth(units, 1000 * units + month, spread);
    const scored = scoreMonth(threeRates, tally, correlation);
    const points = scored.score.map((value) => value / 100);
    const { first, last } = rankReach(points, scored.variance, { draws: 600, seed: month + 1 });
    ranksOf(truth).forEach((rank, unit) => {
      const [from, to, score] = [first[unit] ?? 0, last[unit] ?? 0, truth[unit] ?? 0];
      found.ranks += Number(from <= rank && rank <= to);
      found.width += to - from + 1;
      found.scores += Number((scored.lower[unit] ?? 0) <= score && score <= (scored.upper[unit] ?? 0));
    });
    const { order, apart } = toldApart(points, scored.variance);
    const lines = order.flatMap((unit, at) => (apart[at] ? [[unit, order[at + 1] ?? unit] as const] : []));
    found.lines += lines.length;
    found.wrongTables += Number(lines.some(([unit, next]) => !((truth[unit] ?? 0) > (truth[next] ?? 0))));
  }
  const [all, each] = [units * months, (sum: number, of: number) => sum / of];
  return {
    ...found,
    ...{ ranks: each(found.ranks, all), scores: each(found.scores, all), width: each(found.width, all) },
    wrongTables: each(found.wrongTables, months),
  };
}
