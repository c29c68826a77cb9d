import type { City } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';
import type { Scope } from '@hotline-atlas/model';
import type { AnswerCache, History, Table } from '@hotline-atlas/query';
import type { Request } from 'express';
import type { Admission } from '../admission/admission.ts';
import type { ExportPlaces } from '../admission/export-places.ts';
import type { KeptAnswer } from '../cache/kept-answer.ts';
import type { Log } from '../log/log.ts';

/** What every route works with. */
export interface Atlas {
  city: City;
  database: Database;
  /** The newest version of the data; null while there is none. */
  history: () => Promise<History | null>;
  /** The version that was the newest when that was last asked. */
  lastHistory: () => History | null;
  tables: () => Promise<Table[]>;
  engineVersion: () => Promise<string>;
  /** In front of questions, and apart from it in front of exports, which run long. */
  questions: Admission;
  exports: ExportPlaces;
  /** Answers to questions, kept by question, scope and version of the data. */
  answers: AnswerCache<KeptAnswer>;
  /** Judgements that were made. */
  judgements: AnswerCache;
  scopeOf: (request: Request) => Scope;
  /** How far a load has come that fills the empty database. */
  progress: () => unknown;
  log: Log;
  /** Told of each who was refused for want of room. */
  refused: () => void;
}
