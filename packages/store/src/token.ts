import type { ColumnType } from 'kysely';

/** The table of tokens for scripts. */
export interface TokenTables {
  token: {
    id: string;
    hash: string;
    account: string;
    name: string;
    districts: string[];
    texts: boolean;
    created: ColumnType<Date, Date | undefined, never>;
    expires: Date;
    last_used: Date | null;
  };
}
