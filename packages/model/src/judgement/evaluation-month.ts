/**
 * The life of an evaluation month. `draft`: figures follow the data. `objections`: until a day, objections to
 * single orders are taken. `final`: figures are frozen.
 */
export const evaluationMonthStates = ['draft', 'objections', 'final'] as const;
export type EvaluationMonthState = (typeof evaluationMonthStates)[number];

/**
 * Steps of a month. `open`: draft → objections. `move_day`: another last day for objections. `finalise`:
 * objections → final. `step_back`: final → objections, or objections → draft.
 */
export const evaluationSteps = ['open', 'move_day', 'finalise', 'step_back'] as const;
export type EvaluationStep = (typeof evaluationSteps)[number];

/** Why somebody objects to what an evaluation counts of an order. */
export const objectionReasons = [
  'not_ours',
  'duplicate',
  'outside_authority',
  'was_resolved',
  'other_matter',
  'other',
] as const;
export type ObjectionReason = (typeof objectionReasons)[number];

export const objectionStates = ['open', 'upheld', 'rejected', 'withdrawn'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** What an objection that is upheld does: the order leaves the base, or its outcome is corrected. */
export const objectionEffects = ['excluded', 'corrected'] as const;
export type ObjectionEffect = (typeof objectionEffects)[number];

/** A corrected answer of the return visit. */
export const correctedAnswers = ['yes', 'not_asked'] as const;
export type CorrectedAnswer = (typeof correctedAnswers)[number];

/**
 * What an upheld objection changes by the data of today. `applied`: what it says. `already_excluded`: the
 * order is out of the base anyway. `already_so`: its outcome is already as corrected. `moved`: it counts for
 * another unit now. `gone`: it is not among the orders of the month any more.
 */
export const objectionResults = ['applied', 'already_excluded', 'already_so', 'moved', 'gone'] as const;
export type ObjectionResult = (typeof objectionResults)[number];

/** What an upheld objection says of an order. */
export interface ObjectionCorrection {
  /** Number of the order, as its source gave it. */
  order: string;
  /** For whom it was made: the order counted for this unit. */
  by: 'district' | 'subdistrict' | 'unit';
  unit: string;
  effect: ObjectionEffect;
  /** Where the outcome is corrected; null: as it is. */
  resolved: CorrectedAnswer | null;
  satisfied: CorrectedAnswer | null;
}

/** The reason for exclusion of orders that left the base by an objection; counts by every scheme. */
export const objectionUpheld = 'objection_upheld';
