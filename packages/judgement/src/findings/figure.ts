import type { ChangeOf, FindingCompare, FindingFigure, Period } from '@hotline-atlas/model';

const empty = {
  ...{ dimension: null, group: null, compare: null, value: null, before: null },
  ...{ change: null, change_share: null, numerator: null, denominator: null },
  ...{ before_numerator: null, before_denominator: null, lower: null, upper: null, mark: null },
} satisfies Partial<FindingFigure>;

type Given = Pick<FindingFigure, 'name' | 'metric' | 'unit' | 'period'> & Partial<FindingFigure>;

/** A figure; what is not given is not known. */
export const figure = (given: Given): FindingFigure => ({ ...empty, ...given });

/** A figure of what `/api/change` says of the whole or of a group. */
export function changed(
  given: Pick<FindingFigure, 'name' | 'metric' | 'period'> &
    Partial<FindingFigure> & { compare: FindingCompare },
  change: Omit<ChangeOf, 'p'>,
): FindingFigure {
  return figure({
    unit: change.now_denominator === null ? 'count' : 'share',
    value: change.now,
    before: change.before,
    change: change.change,
    change_share: change.change_share,
    numerator: change.now_numerator,
    denominator: change.now_denominator,
    before_numerator: change.before_numerator,
    before_denominator: change.before_denominator,
    mark: change.mark,
    ...given,
  });
}

/** What a sentence needs of its figures besides themselves. */
export interface Compared {
  compare: FindingCompare;
  period: Period;
  before: Period | null;
}
