import type { Kysely } from 'kysely';

/** Tables of the store; each file of a noun adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: the first noun fills it
export interface StoreTables {}

/** What is kept of the present: accounts, views, annotations, audit. PostgreSQL, or PGlite in a folder. */
export interface Store {
  database: Kysely<StoreTables>;
  close(): Promise<void>;
}

/** The store cannot be reached at the moment; what needs it answers 503. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}
