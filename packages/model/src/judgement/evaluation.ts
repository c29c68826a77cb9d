/**
 * Whether a unit has a score: it is ranked; nobody was asked for one of the indicators; or fewer than a
 * scheme demands.
 */
export const evaluationStandings = ['ranked', 'not_asked', 'too_few'] as const;
export type EvaluationStanding = (typeof evaluationStandings)[number];
