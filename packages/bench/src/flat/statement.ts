import type { Period } from '@hotline-atlas/model';

/** A statement of the flat table with its values. */
export interface FlatStatement {
  sql: string;
  parameters: Record<string, string | number>;
}

/** What of a question the answer of ours says: the days, and the days compared with. */
export interface Spans {
  period: Period;
  compared: Period | null;
  /** Spans that are left out. */
  without: readonly Period[];
}

/** The question cannot be put to a flat table as it is written here. */
export class NotFlat extends Error {
  override readonly name = 'NotFlat';
}
