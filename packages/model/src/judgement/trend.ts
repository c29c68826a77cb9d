export const trendGrains = ['month', 'week', 'day'] as const;
export type TrendGrain = (typeof trendGrains)[number];
export const regimeTreatments = ['bridge', 'keep'] as const;
export type RegimeTreatment = (typeof regimeTreatments)[number];

/**
 * left_out: in a regime; missing: some of its days are in a gap; incomplete: its days have not all passed, or
 * begin before the period.
 */
export const stepStates = ['complete', 'left_out', 'missing', 'too_few', 'incomplete'] as const;
export type StepState = (typeof stepStates)[number];
