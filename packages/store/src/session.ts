import type { ColumnType } from 'kysely';

/** Tables of who is signed in, and of sign-ins that failed. */
export interface SessionTables {
  session: {
    id: string;
    token: string;
    account: string;
    expires: Date;
    created: ColumnType<Date, Date | undefined, never>;
  };
  attempt: { key: string; failures: number; since: Date };
  verification: { id: string; identifier: string; value: string; expires: Date };
}
