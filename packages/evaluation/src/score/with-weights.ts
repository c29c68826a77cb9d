import type { Indicator, Scheme } from '@hotline-atlas/model';

/** The scoring of an indicator whose weight is so many times as large: points grow alike. */
function scaled(scoring: Indicator['scoring'], factor: number): Indicator['scoring'] {
  switch (scoring.by) {
    case 'share':
      return scoring;
    case 'steps':
      return {
        ...scoring,
        steps: scoring.steps.map(({ at, points }) => ({ at, points: points * factor })),
      };
    case 'deductions':
      return { ...scoring, points: scoring.points * factor };
  }
}

/**
 * A scheme with other weights, to try what hangs on them: rates, base and groups stay; the points of each
 * indicator are scaled. An indicator without weight is left out.
 * @param weights points at the most by indicator; those that are not named keep theirs
 */
export const withWeights = (scheme: Scheme, weights: Readonly<Record<string, number>>): Scheme => ({
  ...scheme,
  indicators: scheme.indicators.flatMap((indicator) => {
    const weight = weights[indicator.name] ?? indicator.weight;
    if (weight === 0) return [];
    return [{ ...indicator, weight, scoring: scaled(indicator.scoring, weight / indicator.weight) }];
  }),
});
