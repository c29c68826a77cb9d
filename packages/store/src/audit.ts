import type { ColumnType } from 'kysely';

/** A number beyond 32 bits: text in PostgreSQL's driver, a number in PGlite's. */
type Numbered = ColumnType<string | number, number, never>;

/** Tables of the audit: appended to, never changed. */
export interface AuditTables {
  audit_entry: {
    number: Numbered;
    at: Date;
    who: string | null;
    event: string;
    subject: string | null;
    detail: string;
    hash: string;
  };
  audit_checkpoint: { number: Numbered; at: Date; who: string; hash: string; signature: string };
}
