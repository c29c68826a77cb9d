import type { EvaluationMonth, EvaluationMonthState, EvaluationStep } from '@hotline-atlas/model';

/** Steps that lead on from a state, and back, in the order they are offered. */
const stepsFrom: Readonly<Record<EvaluationMonthState, readonly EvaluationStep[]>> = {
  draft: ['open'],
  objections: ['finalise', 'move_day', 'step_back'],
  final: ['step_back'],
};

/** Steps that can be taken from a state. */
export const stepsOf = (state: EvaluationMonthState): readonly EvaluationStep[] => stepsFrom[state];

/** What a step has to say. */
export interface StepNeeds {
  /** The last day objections are taken. */
  day: boolean;
  /** Why; everybody reads it. */
  reason: boolean;
}

/** What a step has to say, from the state it begins in. */
export const needsOf = (step: EvaluationStep, state: EvaluationMonthState): StepNeeds => ({
  day: step === 'open' || step === 'move_day' || (step === 'step_back' && state === 'final'),
  reason: step === 'step_back' || step === 'move_day',
});

/** What stands between a month and final. */
export interface BeforeFinal {
  /** Objections nobody has decided; while there are any, it cannot be final. */
  undecided: number;
  /** Objections are still taken: it would be final early. */
  early: boolean;
  /** A rate is not ripe: it would be final with provisional figures. */
  provisional: boolean;
}

/** @param today the day in the city, as `2024-12-01` */
export const beforeFinal = (
  { objections, objections_until: until, provisional }: EvaluationMonth,
  today: string,
): BeforeFinal => ({
  undecided: objections.open,
  early: until !== null && today <= until,
  provisional,
});
