import { addUp } from '../add-up.ts';

/**
 * Appeals whose field goes from one value to another; empty is unknown. The field `correction` counts the
 * corrections by sort.
 */
export interface Move {
  field: string;
  before: string;
  after: string;
  appeals: number;
}

/** What the files of corrections change. */
export interface CorrectionTruth {
  /** Share of the appeals that was asked for. */
  share: number;
  /** Appeals corrected, each once. */
  appeals: number;
  by_correction: Record<string, number>;
  moves: Move[];
}

/** Adds up what the months moved. */
export function correctionTruth(share: number, months: readonly Move[]): CorrectionTruth {
  const moves = addUp(
    months.filter(({ before, after }) => before !== after),
    ['field', 'before', 'after'],
  );
  const sorts = moves.filter(({ field }) => field === 'correction');
  return {
    share,
    appeals: sorts.reduce((sum, { appeals }) => sum + appeals, 0),
    by_correction: Object.fromEntries(sorts.map(({ after, appeals }) => [after, appeals])),
    moves: moves.filter(({ field }) => field !== 'correction'),
  };
}
