/**
 * What was counted of the orders of an evaluation month. An entry is the orders of a unit that are alike in
 * the case mix and were excluded for the same reason, or were not.
 */
export interface Tally {
  /** Codes, each once. */
  units: readonly string[];
  strata: readonly string[];
  /** Reasons for exclusion; '' for orders that were not excluded. */
  reasons: readonly string[];
  /** Shapes entries: which unit, stratum and reason. */
  unit: Int32Array;
  stratum: Int32Array;
  reason: Int32Array;
  /** Shapes entries. */
  appeals: Float64Array;
  orders: Float64Array;
  visited: Float64Array;
  /** Shapes indicators × entries. */
  numerators: readonly Float64Array[];
  denominators: readonly Float64Array[];
}
