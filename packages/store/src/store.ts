import type { Kysely } from 'kysely';
import type { AccountTables } from './account.ts';
import type { AnnotationTables } from './annotations.ts';
import type { AuditTables } from './audit.ts';
import type { EvaluationMonthTables } from './evaluation-months.ts';
import type { FavouriteTables } from './favourites.ts';
import type { LinkTables } from './links.ts';
import type { MonthlyTopicTables } from './monthly-topics.ts';
import type { ObjectionTables } from './objections.ts';
import type { SessionTables } from './session.ts';
import type { TokenTables } from './token.ts';
import type { ViewTables } from './views.ts';

/** Tables of the store: those of every noun. */
export interface StoreTables
  extends ViewTables,
    LinkTables,
    MonthlyTopicTables,
    AnnotationTables,
    FavouriteTables,
    AccountTables,
    SessionTables,
    TokenTables,
    AuditTables,
    EvaluationMonthTables,
    ObjectionTables {}

/** What is kept of the present: accounts, views, annotations, audit. PostgreSQL, or PGlite in a folder. */
export interface Store {
  /** Whether there is one at all: a server may be started without. */
  exists: boolean;
  /**
   * Asks the store; the first question opens it. Whatever fails because it cannot be reached fails with
   * {@link StoreUnreachable}, and the next question tries again. Inside of a transaction everything has to be
   * asked through the transaction: the embedded store lets nobody else ask meanwhile.
   */
  database: Kysely<StoreTables>;
  /**
   * Opens the store unless it is open.
   * @throws ConfigurationError when it never will be as things are, StoreUnreachable when it may be later
   */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be reached at the moment; what needs it answers 503. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}
