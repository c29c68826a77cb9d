import type { Value } from '@hotline-atlas/model';

export interface TableColumn {
  name: string;
  label: string;
  numeric: boolean;
  /** Sorted by its value, not by its name: times, hours, weekdays. */
  byValue?: boolean;
}

export interface Cell {
  /** What sorting and the download use. */
  raw: Value;
  text: string;
}

/** The same numbers as a picture, to be read, sorted and taken away. */
export interface Table {
  columns: TableColumn[];
  rows: Cell[][];
  /** All rows together, where that can be said. */
  total?: Cell[];
}
