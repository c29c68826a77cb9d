import type { DimensionName } from './dimensions.ts';
import { objectionUpheld } from './judgement/evaluation-month.ts';
import type { Localized } from './localized.ts';
import type { Measure } from './measures.ts';
import type { RowMeasure } from './row-measures.ts';

/**
 * Dates that can put an order into an evaluation month. Sums know the first; the others are read from rows.
 */
export const enteringDates = ['received', 'dispatched', 'closed', 'visited'] as const;
type EnteringDate = (typeof enteringDates)[number];

/** Dimensions whose values can be ranked against one another. */
export const rankedDimensions = ['district', 'subdistrict', 'unit'] as const satisfies DimensionName[];
export type RankedDimension = (typeof rankedDimensions)[number];

/** Dimensions of the case mix: what an order is about, how urgent it is, how it came. */
export const caseMixDimensions = [
  'topic1',
  'topic2',
  'topic3',
  'urgency',
  'channel',
  'kind',
  'appellant',
] as const satisfies DimensionName[];
type CaseMixDimension = (typeof caseMixDimensions)[number];

/** What an indicator counts: a measure, or the orders closed within so many hours of receipt. */
export type Counted = Measure | RowMeasure | { closed_within: number };

/** What each numerator is a part of, by definition: a share never exceeds 1. */
export const denominatorsOf: Partial<
  Record<Measure | RowMeasure | 'closed_within', readonly (Measure | RowMeasure)[]>
> = {
  contacted: ['contact_asked'],
  resolved: ['resolution_asked'],
  satisfied: ['satisfaction_asked'],
  on_time: ['due'],
  closed: ['appeals'],
  closed_within: ['closed', 'appeals'],
  visited: ['appeals'],
  not_located: ['appeals'],
  contact_asked: ['visited', 'dispatched', 'appeals'],
  signed_in_time: ['sign_due'],
  returned: ['return_known'],
  repeated: ['repeat_known'],
};

/**
 * How a rate becomes points, from 0 to the weight.
 * - `share`: evenly from none at the rate `none` to all at the rate `full`.
 * - `steps`: the points of the best step that is reached; none below all of them.
 * - `deductions`: all points, less `points` for each full `each` by which the rate is worse than `beyond`.
 */
type Scoring =
  | { by: 'share'; none: number; full: number }
  | { by: 'steps'; steps: readonly { at: number; points: number }[] }
  | { by: 'deductions'; beyond: number; each: number; points: number };

export interface Indicator {
  name: string;
  label: Localized;
  numerator: Counted;
  denominator: Measure | RowMeasure;
  better: 'up' | 'down';
  /** Points at the most. */
  weight: number;
  scoring: Scoring;
  /** A unit with a smaller denominator is not ranked. */
  fewest: number;
  /** Left out in months in which no unit of the group has any; its weight goes to the others. */
  optional: boolean;
}

/** Who is ranked together. */
export interface EvaluatedGroup {
  name: string;
  label: Localized;
  by: RankedDimension;
  /** Units of these kinds alone. */
  kinds: readonly string[];
  /** These alone; all where it is empty. */
  only: readonly string[];
  without: readonly string[];
  /** So many of the last are called in. */
  called_in: number;
}

export const movements = ['better', 'worse', 'same'] as const;
/** How a score moved since the month before, beyond chance. */
export type Movement = (typeof movements)[number];

/** A class, and who is in it: all conditions hold; the first class that fits. */
export interface ClassRule {
  name: string;
  label: Localized;
  volume?: 'high' | 'low' | undefined;
  movement?: readonly Movement[] | undefined;
}

/** The rules by which months are evaluated, as long as they were valid. */
export interface Scheme {
  name: string;
  label: Localized;
  /** Not a city's own rules: made up, or taken from elsewhere. */
  example: boolean;
  source: string;
  /** First month, as `2024-01`. */
  from: string;
  /** The month after the last; null while it is valid. */
  to: string | null;
  /** The day a month begins on; from 2 on, a month begins in the calendar month before. */
  starts_on: number;
  enters_by: EnteringDate;
  /** Hours from dispatch on within which a unit signs for an order; null where none are given. */
  sign_within: number | null;
  /** Reasons for exclusion that count; orders excluded for another one stay in the base. */
  exclusions: 'all' | readonly string[];
  case_mix: readonly CaseMixDimension[];
  /** Of scores: parts are rounded to them before they are added up. */
  decimals: number;
  groups: readonly EvaluatedGroup[];
  indicators: readonly Indicator[];
  classes: readonly ClassRule[];
}

/** Whether a scheme is valid in a month, as `2024-01`. */
export const isValidIn = ({ from, to }: Pick<Scheme, 'from' | 'to'>, month: string): boolean =>
  from <= month && (to === null || month < to);

/** Whether exclusion for a reason takes an order out of the base by the rules of a scheme. */
export const isExcluded = ({ exclusions }: Pick<Scheme, 'exclusions'>, reason: string): boolean =>
  reason !== '' && (reason === objectionUpheld || exclusions === 'all' || exclusions.includes(reason));

/** Months between schemes in which none is valid, half-open. */
export function gapsOf(schemes: readonly Pick<Scheme, 'from' | 'to'>[]): { from: string; to: string }[] {
  const inOrder = [...schemes].sort((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.slice(1).flatMap(({ from }, index) => {
    const to = inOrder[index]?.to ?? null;
    return to !== null && to < from ? [{ from: to, to: from }] : [];
  });
}
