/** What is counted of the orders of a unit that are alike in the case mix. */
export const integrityCountNames = [
  'orders',
  'excluded',
  'base',
  'done',
  'unvisited',
  'visits',
  'unreached',
  'limited',
  'near',
  'closed',
  'last_hours',
] as const;
/**
 * - `orders`: dispatched
 * - `excluded`: of them, excluded from evaluation
 * - `base`: of them, not excluded and asked whether the unit was in touch
 * - `done`, `unvisited`: closed and not excluded; of them, not return-visited
 * - `visits`, `unreached`: return visits of orders that are not excluded; of them, those without an answer
 * - `limited`, `near`: closed by their due time; of them, in the last part of the limit
 * - `closed`, `last_hours`: closed before the month was over; of them, in its last hours
 */
export type IntegrityCount = (typeof integrityCountNames)[number];

/** Base and orders of each unit in a month that is past; shapes units. */
export interface PastBase {
  month: string;
  orders: Float64Array;
  base: Float64Array;
}

/** Everything that findings of integrity of a month are made of. */
export interface IntegrityCounts {
  /** Codes, each once. */
  units: readonly string[];
  strata: readonly string[];
  /** Shapes entries: which unit and stratum. */
  unit: Int32Array;
  stratum: Int32Array;
  /** Shapes entries. */
  counts: Readonly<Record<IntegrityCount, Float64Array>>;
  reasons: readonly string[];
  /** Orders excluded for each reason; shapes reasons × entries. */
  excludedFor: readonly Float64Array[];
  /** Orders closed by their due time, by the part of the limit that was used up; shapes units × bins. */
  limit: readonly Float64Array[];
  /** Closed orders by the minute of the hour of closing; shapes units × 60. */
  minutes: readonly Float64Array[];
  /** Closed orders by the minutes beyond full hours that they took; shapes units × 60. */
  durations: readonly Float64Array[];
  /** Closed orders of known callers; of them, those whose caller had the same matter closed before. */
  known: Float64Array;
  again: Float64Array;
  /** Replies on other topics than the main one of a text, and those with that text; shapes units. */
  replies: Float64Array;
  oneText: Float64Array;
  /** The oldest first. */
  past: readonly PastBase[];
}

/** Parts a time limit is divided into. */
export const limitBins = 50;
/** Hours at the end of a month that count as its last. */
export const lastHoursOfMonth = 12;
