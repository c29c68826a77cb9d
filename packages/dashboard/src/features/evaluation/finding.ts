import type { MonthRow } from './rows.ts';

/**
 * What can be said of a ranking as a whole.
 * - `nobody`: no unit has a score. `one`: a single one has, and nothing is compared.
 * - `tie`: all scores are equal.
 * - `chance`: no two neighbours are told apart, and no unit lies apart from the middle.
 * - `ends`: units whose ranks lie wholly in one half; `width` is what half of the others' ranks may span.
 * - `real`: most neighbours are told apart; most of the order is no chance.
 * - `lines`: neighbours that are told apart part the ranking into tiers.
 */
export type MonthFinding =
  | { kind: 'nobody'; units: number; fewest: number }
  | { kind: 'one'; unit: string }
  | { kind: 'tie'; ranked: number }
  | { kind: 'chance'; ranked: number }
  | {
      kind: 'ends';
      ranked: number;
      top: readonly MonthRow[];
      bottom: readonly MonthRow[];
      middle: number;
      width: number;
    }
  | { kind: 'real'; ranked: number; tiers: number }
  | { kind: 'lines'; ranked: number; tiers: readonly number[] };

/** The ranks of so many units lie apart where all of them are in the upper, or the lower, half. */
function endsOf(ranked: readonly MonthRow[]) {
  const half = ranked.length / 2;
  const isTop = ({ last }: MonthRow) => last !== null && last <= half;
  const isBottom = ({ first }: MonthRow) => first !== null && first > half;
  return {
    top: ranked.filter(isTop),
    bottom: ranked.filter(isBottom),
    between: ranked.filter((row) => !isTop(row) && !isBottom(row)),
  };
}

/** How many ranks the unit in the middle may have: half of the units may have as many or more. */
function middleWidth(ranked: readonly MonthRow[]): number {
  const widths = ranked
    .map(({ first, last, rank }) => (last ?? rank ?? 0) - (first ?? rank ?? 0) + 1)
    .sort((one, other) => one - other);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** Sizes of the tiers between lines at which neighbours are told apart, from the top. */
function tiersOf(ranked: readonly MonthRow[]): number[] {
  const tiers: number[] = [0];
  for (const [at, { toldApart }] of ranked.entries()) {
    tiers[tiers.length - 1] = (tiers.at(-1) ?? 0) + 1;
    if (toldApart && at < ranked.length - 1) tiers.push(0);
  }
  return tiers;
}

/**
 * How much of the order of a month is chance.
 * @param rows as they are ranked
 * @param fewest what the scheme demands of the smallest denominator
 */
export function findingOf(rows: readonly MonthRow[], fewest: number): MonthFinding {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const [first] = ranked;
  if (!first) return { kind: 'nobody', units: rows.length, fewest };
  if (ranked.length === 1) return { kind: 'one', unit: first.code };
  if (ranked.every(({ score }) => score === first.score)) return { kind: 'tie', ranked: ranked.length };
  const { top, bottom, between } = endsOf(ranked);
  const tiers = tiersOf(ranked);
  if ((tiers.length - 1) * 2 >= ranked.length - 1)
    return { kind: 'real', ranked: ranked.length, tiers: tiers.length };
  if (top.length + bottom.length > 0)
    return {
      kind: 'ends',
      ...{ ranked: ranked.length, top, bottom },
      ...{ middle: between.length, width: middleWidth(between) },
    };
  if (tiers.length > 1) return { kind: 'lines', ranked: ranked.length, tiers };
  return { kind: 'chance', ranked: ranked.length };
}
