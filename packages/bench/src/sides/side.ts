import type { Value } from '@hotline-atlas/model';

/** What a side answered. */
export interface SideAnswer {
  rows: Record<string, Value>[];
  /** Of records: how many there are on all pages. */
  total: number | null;
  /** From asking to having the whole answer in this process. */
  milliseconds: number;
}
