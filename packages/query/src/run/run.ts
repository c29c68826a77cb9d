import type { Database } from '@hotline-atlas/clickhouse';
import type { History } from '../plan/history.ts';

/** Where and for whom a plan is run. */
export interface Run {
  database: Database;
  history: History;
  timeZone: string;
  signal: AbortSignal;
}
