/** Points of each indicator, by its name. */
export type Weights = Readonly<Record<string, number>>;

/** What an address says of weights: `response:20,resolution:40`, but for what is no number from 0 on. */
export function readWeights(text: string): Weights {
  return Object.fromEntries(
    text.split(',').flatMap((part) => {
      const [name = '', points = ''] = part.split(':');
      const value = Number(points);
      return name !== '' && points !== '' && Number.isFinite(value) && value >= 0 ? [[name, value]] : [];
    }),
  );
}

/** The inverse of {@link readWeights}; points with at most two decimals. */
export const writeWeights = (weights: Weights): string =>
  Object.entries(weights)
    .map(([name, points]) => `${name}:${Number(points.toFixed(2))}`)
    .join(',');

/** The weights of a scheme with those that are tried in their place. */
export const triedWeights = (
  indicators: readonly { name: string; weight: number }[],
  tried: Weights,
): Weights => Object.fromEntries(indicators.map(({ name, weight }) => [name, tried[name] ?? weight]));

/** Whether weights can be asked for: points from 0 to 1,000, and some above 0. */
export function areWeights(weights: Weights): boolean {
  const values = Object.values(weights);
  return values.every((value) => value >= 0 && value <= 1000) && values.some((value) => value > 0);
}

/**
 * The most points each measured indicator can give. The points of indicators without data are shared out in
 * proportion.
 */
export function mostPoints<Told extends { weight: number; measured: boolean }>(
  indicators: readonly Told[],
): (Told & { most: number })[] {
  const sum = (of: readonly Told[]) => of.reduce((total, { weight }) => total + weight, 0);
  const measured = indicators.filter((each) => each.measured);
  const share = sum(measured) > 0 ? sum(indicators) / sum(measured) : 1;
  return measured.map((each) => ({ ...each, most: each.weight * share }));
}

/** A unit whose rank moves with the tried weights. */
export interface TriedMove {
  code: string;
  from: number;
  to: number;
}

/** Units whose rank is another one with the tried weights, the furthest first. */
export function triedMoves(
  rows: readonly { code: string; rank: number | null }[],
  tried: ReadonlyMap<string, number | null>,
): TriedMove[] {
  const far = ({ from, to }: TriedMove) => Math.abs(to - from);
  return rows
    .flatMap(({ code, rank }) => {
      const to = tried.get(code) ?? null;
      return rank === null || to === null || rank === to ? [] : [{ code, from: rank, to }];
    })
    .sort((one, other) => far(other) - far(one) || one.from - other.from);
}
