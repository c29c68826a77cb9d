import type { IndicatorRule } from '@hotline-atlas/model';

/** A rate, and the points it gives. */
export interface ScoredRate {
  rate: number;
  points: number;
}

type Scored = Pick<IndicatorRule, 'scoring' | 'weight' | 'better'>;
type By<Name extends IndicatorRule['scoring']['by']> = Extract<IndicatorRule['scoring'], { by: Name }>;

const kept = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function shareLine({ none, full }: By<'share'>, weight: number): ScoredRate[] {
  const ends = [
    { rate: none, points: 0 },
    { rate: full, points: weight },
  ].sort((one, other) => one.rate - other.rate);
  const [first, last] = [ends[0]?.points ?? 0, ends[1]?.points ?? 0];
  return [{ rate: 0, points: first }, ...ends, { rate: 1, points: last }];
}

/** Corners of a stair: the points of a rate hold until the next edge. */
function stair(edges: readonly ScoredRate[], from: number): ScoredRate[] {
  const corners: ScoredRate[] = [{ rate: 0, points: from }];
  for (const { rate, points } of edges) {
    corners.push({ rate, points: corners.at(-1)?.points ?? from }, { rate, points });
  }
  return [...corners, { rate: 1, points: corners.at(-1)?.points ?? from }];
}

function stepsLine({ steps }: By<'steps'>, better: 'up' | 'down'): ScoredRate[] {
  const reached = (rate: number) =>
    steps
      .filter(({ at }) => (better === 'up' ? at <= rate : at >= rate))
      .reduce((most, { points }) => Math.max(most, points), 0);
  const edges = steps.map(({ at }) => at).sort((one, other) => one - other);
  // Of a rate that is better the lower it is, the step holds up to its edge; beyond it comes the next one.
  const after = (at: number) =>
    better === 'up' ? reached(at) : reached(edges.find((edge) => edge > at) ?? Number.POSITIVE_INFINITY);
  return stair(
    edges.map((rate) => ({ rate, points: after(rate) })),
    better === 'up' ? 0 : reached(edges[0] ?? 0),
  );
}

/** Edges from the rate beyond which points are taken away until none are left. */
function deductionsLine(
  { beyond, each, points }: By<'deductions'>,
  { weight, better }: Scored,
): ScoredRate[] {
  const many = Math.min(200, Math.ceil(weight / points));
  const way = better === 'up' ? -1 : 1;
  const edges = Array.from({ length: many }, (_, index) => ({
    rate: beyond + way * each * (index + 1),
    left: Math.max(0, weight - points * (index + 1)),
    before: Math.max(0, weight - points * index),
  })).filter(({ rate }) => rate >= 0 && rate <= 1);
  if (better === 'down')
    return stair(
      edges.map(({ rate, left }) => ({ rate, points: left })),
      weight,
    );
  const rising = edges.reverse();
  return stair(
    rising.map(({ rate, before }) => ({ rate, points: before })),
    rising[0]?.left ?? weight,
  );
}

/** Corners of the line that says how a rate becomes points, from the rate 0 to 1. */
export function scoringLine(indicator: Scored): ScoredRate[] {
  const { scoring, weight, better } = indicator;
  const line =
    scoring.by === 'share'
      ? shareLine(scoring, weight)
      : scoring.by === 'steps'
        ? stepsLine(scoring, better)
        : deductionsLine(scoring, indicator);
  return line.map(({ rate, points }) => ({ rate: kept(rate, 0, 1), points: kept(points, 0, weight) }));
}
