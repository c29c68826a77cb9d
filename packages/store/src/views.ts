import type { Generated } from 'kysely';

/** Tables of saved views. */
export interface ViewTables {
  view: ViewTable;
  view_revision: ViewRevisionTable;
}

interface ViewTable {
  id: string;
  owner: string;
  role: string;
  scope: string | null;
  name: string;
  address: string;
  version: number | null;
  audience: 'me' | 'role' | 'everyone';
  revision: number;
  removed: Generated<boolean>;
  created: Generated<Date>;
  updated: Generated<Date>;
}

interface ViewRevisionTable {
  view: string;
  revision: number;
  at: Generated<Date>;
  who: string;
  change: 'created' | 'changed' | 'restored' | 'removed';
  name: string;
  address: string;
  version: number | null;
  audience: 'me' | 'role' | 'everyone';
}
