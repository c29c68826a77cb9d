import type { Erasure, ErasureAnswer, ErasureRequest } from '@hotline-atlas/model';

/** Whose appeals are meant: those of a caller, as files name them, or those of ids. */
export type Sought = { caller: string } | { ids: readonly string[] };

/** Finds and erases a person's appeals. It is done elsewhere: nothing here writes the history. */
export interface Erasures {
  /** The ledger, the newest first. */
  list(): Promise<Erasure[]>;
  /** What would be erased. */
  find(sought: Sought): Promise<NonNullable<ErasureAnswer['found']>>;
  /**
   * Begins an erasure, which goes on in the background, also after another start.
   * @returns its line of the ledger; null where nothing is found
   */
  begin(
    request: { sought: Sought; who: string } & Pick<ErasureRequest, 'grade' | 'reason'>,
  ): Promise<Erasure | null>;
}
