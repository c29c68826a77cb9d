/** A question on its way, answered, stopped by the reader, or failed. */
export interface Asking {
  address: string;
  /** The answer shown is of a question asked before; the new one is on its way. */
  stale: boolean;
  loading: boolean;
  /** The reader did not want to wait: what is shown, if anything, is of a question asked before. */
  stopped: boolean;
  error: Error | null;
  /** How often it failed in a row. */
  failures: number;
  retry: () => void;
  /** Leaves the request, upon which the server ends its work. */
  stop: () => void;
}

/** A request with its answer. */
export type Requested<Body> = Asking & { answer: Body | undefined };
