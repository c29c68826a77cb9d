import type { Access, Person } from '@hotline-atlas/access';
import type { City } from '@hotline-atlas/city';
import type { Completeness, Database } from '@hotline-atlas/clickhouse';
import type { Scope } from '@hotline-atlas/model';
import type { AnswerCache, History, Patience, Table } from '@hotline-atlas/query';
import type { Store } from '@hotline-atlas/store';
import type { Request } from 'express';
import type { Admission } from '../admission/admission.ts';
import type { ExportSlots } from '../admission/export-slots.ts';
import type { CachedAnswer } from '../cache/cached-answer.ts';
import type { Documents } from '../cache/documents.ts';
import type { Log } from '../log/log.ts';
import type { Erasures } from './erasures.ts';

/** A judgement as it is sent, and how many texts it opens. */
interface JudgedAnswer {
  body: Buffer;
  texts: number;
  /** Bytes it takes in the cache. */
  length: number;
}

/** What every route works with. */
export interface Context {
  city: City;
  database: Database;
  /** What people keep. */
  store: Store;
  /** The newest edition of the data; null while there is none. */
  history: () => Promise<History | null>;
  /** How far the newest edition is summed up and indexed; null while there is none. */
  completeness: () => Promise<Completeness | null>;
  tables: () => Promise<Table[]>;
  engineVersion: () => Promise<string>;
  /** Admission of questions. Exports run long and have their own. */
  questions: Admission;
  exports: ExportSlots;
  /** The cache of answers, by question, scope and version of the data. */
  answers: AnswerCache<CachedAnswer>;
  /** The cache of judgements. */
  judgements: AnswerCache<JudgedAnswer>;
  /** Sheets, bulletins and letters. */
  documents: Documents;
  /** How long a search may read texts that have no index. */
  patience: Patience;
  /** Sign-in, accounts, tokens and the audit; null where nobody can sign in and nothing is written down. */
  access: Access | null;
  /**
   * Who asks.
   * @throws NotSignedIn where nobody known asks
   */
  personOf: (request: Request) => Promise<Person>;
  /** Whether somebody may still see what they could when they asked; looked at while an answer goes out. */
  stillAllowed: (person: Person) => Promise<boolean>;
  /** A version of the data as somebody sees it. */
  seenBy: (history: History, scope: Scope) => Promise<History>;
  /** What pseudonyms and cursors are made with. Never logged, cached or written into a statement. */
  secret: Buffer;
  /** Erases a person's appeals; null where that is not set up. */
  erasures: Erasures | null;
  /** The progress of the load that fills an empty database. */
  progress: () => unknown;
  log: Log;
  /** Called for each refusal. */
  refused: () => void;
}
