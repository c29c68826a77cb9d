/** How a number of a column is written. */
export type NumberForm = 'count' | 'share' | 'score' | 'probability' | 'text';

export type SheetValue = string | number | boolean | null;

export interface SheetColumn {
  title: string;
  form: NumberForm;
  /** Letters of the widest cell that is shown whole. */
  width: number;
}

/**
 * One sheet: a row of titles that stays in sight, and rows below it. Text stays text, whatever it begins
 * with.
 */
export interface PlannedSheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetValue[])[];
  /** Whether readers may filter by its columns. */
  filters: boolean;
}

/** A workbook, ready to be written. */
export interface PlannedWorkbook {
  title: string;
  sheets: readonly PlannedSheet[];
  /** Decimals of scores. */
  decimals: number;
}
