import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<Date, Date | undefined, Date>;
type Codes = ColumnType<string[], string[] | undefined, string[]>;

/** Tables of who may sign in, and how. */
export interface AccountTables {
  account: {
    id: string;
    /** The name somebody signs in with. */
    login: string;
    display_name: string;
    identity: string;
    identity_verified: Generated<boolean>;
    image: string | null;
    role: string;
    districts: Codes;
    units: Codes;
    project: string | null;
    disabled: Generated<boolean>;
    second_factor: Generated<boolean>;
    created: Moment;
    updated: Moment;
    last_sign_in: Date | null;
  };
  credential: {
    id: string;
    account: string;
    provider: string;
    subject: string;
    password: string | null;
    created: Moment;
    updated: Moment;
  };
  second_factor: { id: string; account: string; verified: boolean | null };
  used_code: { account: string; code: string; used: Moment };
  invitation: { hash: string; account: string; made_by: string; expires: Date };
}
