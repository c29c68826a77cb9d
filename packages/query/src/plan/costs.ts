/**
 * Tuned constants of the choice by cost: which table, and which way of answering. They choose among ways that
 * give the same answer, so they can be wrong without harm to a figure. The unit is one row of a rollup,
 * unless it is said otherwise.
 */
export const costs = {
  /**
   * Adding up the classes of times to close of one row, by how a table holds them. Measured for
   * `docs/decisions/0005-rollups.md`.
   */
  closing: { counted: 8, listed: 4, single: 1 },
  /** Reading from one more table. Measured for `docs/decisions/0005-rollups.md`. */
  anotherTable: 20_000,
  /**
   * An appeal's row: one or two narrow columns, where a rollup's row has a dozen. The same holds for a rollup
   * that lists times to close, by the appeals it lists. Measured for `docs/decisions/0009-bare-counts.md`.
   */
  appeal: 1 / 5,
  /**
   * Times to close by cell: nearly every row leaves the engine with 64 classes. Measured for
   * `docs/decisions/0013-years-and-folded-months.md`.
   */
  closingByCell: 8,
  /** The share of the rows that a condition leaves. A guess. */
  leftByCondition: 1 / 4,
  /**
   * A plan below is small: one thread reads it, and metrics are made here. Measured for
   * `docs/decisions/0008-questions-before-loads.md` and `0009`.
   */
  small: 200_000,
  /**
   * Scans that questions share; measured for `docs/decisions/0012-asked-together.md`. `sums` and `classes`
   * are the most rows of an answer that cost less to carry than one more statement costs to plan. `scanned`
   * is the most rows of a table that are read in one scan for different appeals.
   */
  shared: { sums: 1500, classes: 600, scanned: 1_000_000 },
  /**
   * Days beside whole months, in sides of a comparison: often a single day. Measured for
   * `docs/decisions/0019-days-with-data-and-one-rule-of-comparison.md`.
   */
  daysBeside: 1 / 2,
} as const;
