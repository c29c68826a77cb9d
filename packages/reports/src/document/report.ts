import type { Language } from '@hotline-atlas/model';

/** What is said of a difference; drawn, never written. */
type CellMark = 'beyond_chance' | 'provisional' | 'chance' | 'too_few';

/** Ranks somebody may truly have, and the one of this month, among so many. */
interface RankBand {
  kind: 'band';
  first: number;
  last: number;
  at: number;
  of: number;
}

/** A value with its interval on the scale of its column; `reference` is what all together have. */
interface Interval {
  kind: 'interval';
  lower: number;
  value: number;
  upper: number;
  from: number;
  to: number;
  reference: number | null;
}

/** One cell of a table. Texts are taken as they are: nothing in them is markup. */
export interface Cell {
  text: string;
  /** Smaller and lighter, below. */
  second?: string;
  strong?: true;
  muted?: true;
  mark?: CellMark;
  draw?: RankBand | Interval;
}

export interface ReportColumn {
  title: string;
  /** A second line of the head. */
  under?: string;
  /** Millimetres; null takes what is left. */
  width: number | null;
  align: 'left' | 'right' | 'center';
}

/** A table. Its head stands again on every page it reaches. */
export interface ReportTable {
  kind: 'table';
  columns: readonly ReportColumn[];
  rows: readonly (readonly Cell[])[];
  /** Which row is shown darker; null where none is. */
  chosen?: number | null;
}

/** Rates of units by how many orders they rest on, with limits within which chance keeps 95 and 99.8 %. */
interface Funnel {
  kind: 'funnel';
  points: readonly { size: number; rate: number; chosen: boolean }[];
  reference: number;
  /** By size, ascending. */
  limits: readonly { size: number; lower: number; upper: number; outerLower: number; outerUpper: number }[];
  /** Rates and sizes at the ends of the axes, and ticks between them. */
  rates: { from: number; to: number; ticks: readonly { at: number; label: string }[] };
  sizes: { from: number; to: number; ticks: readonly { at: number; label: string }[] };
  rateTitle: string;
  sizeTitle: string;
  /** What the drawing shows, for whoever does not see it. */
  alternative: string;
  height: number;
}

/** A figure with what it is of. */
interface Figure {
  title: string;
  value: string;
  under: string;
}

/** Pieces a report is made of, one after the other. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; outlined?: boolean }
  | { kind: 'text'; text: string; muted?: boolean; strong?: boolean }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; rows: readonly { name: string; value: string }[] }
  | { kind: 'figures'; figures: readonly Figure[] }
  | { kind: 'beside'; parts: readonly (readonly Block[])[] }
  | { kind: 'page' }
  | ReportTable
  | Funnel;

/** A report on paper: everything that stands on it, ready to be set. */
export interface Report {
  title: string;
  language: Language;
  landscape: boolean;
  /** Points of the running text; tables are one smaller, never under 8. */
  size: number;
  /** Stands on every page. */
  head: { city: string; subject: string; line: string; notice: string | null };
  foot: { line: string; page: string };
  blocks: readonly Block[];
  /** At the end, small. */
  footnotes: readonly string[];
  words: { replaced: string; cut: string };
}
