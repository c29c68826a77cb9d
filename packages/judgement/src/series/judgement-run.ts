import type { Database } from '@hotline-atlas/clickhouse';
import type { Scope } from '@hotline-atlas/model';
import type { History, PlannedCity, Table } from '@hotline-atlas/query';

/** Where and for whom series are read. */
export interface JudgementRun {
  database: Database;
  history: History;
  city: PlannedCity;
  tables: readonly Table[];
  scope: Scope;
  signal: AbortSignal;
}
