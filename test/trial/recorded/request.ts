/** A request of the recorded set. */
export interface RecordedRequest {
  /** What kind of answer it is, for the summary. */
  kind: string;
  /** From `/api/` on. */
  path: string;
  accept?: string;
  /** Pages to ask for, one after another by `next_cursor`; 1 where it is not said. */
  pages?: number;
}

/** An answer, without what may differ between two runs. */
export interface RecordedAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}
