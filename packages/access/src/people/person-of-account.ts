import { everything, type Role, type Scope, scopeOfRole } from '@hotline-atlas/model';
import type { StoreTables } from '@hotline-atlas/store';
import type { Selectable } from 'kysely';
import type { Person } from './person.ts';

export type StoredAccount = Selectable<StoreTables['account']>;

/** An account whose role the city does not know sees nothing and may do nothing. */
const unknownRole = (name: string): Role => ({
  name,
  label: { en: name },
  sees: 'nothing',
  texts: false,
  place: 7,
  time: 'hour',
  callers: 'hidden',
  published: [],
  rankings: [],
  may: [],
});

/** Who an account is, by the roles of the city. */
export function personOfAccount(account: StoredAccount, roles: readonly Role[], by: Person['by']): Person {
  const role = roles.find(({ name }) => name === account.role) ?? unknownRole(account.role);
  const { districts, units, project } = account;
  return {
    name: account.login,
    displayName: account.display_name,
    role,
    scope: scopeOfRole(role, { districts, units, project }),
    may: new Set(role.may),
    secondFactor: account.second_factor,
    by,
  };
}

/** Who runs commands on the machine of the server: keeps accounts, and sees no appeals. */
export const consolePerson: Person = {
  name: 'console',
  displayName: 'Console',
  role: { ...unknownRole('console'), label: { en: 'Console', zh: '控制台' }, may: ['administer'] },
  scope: null,
  may: new Set(['administer']),
  secondFactor: false,
  by: 'console',
};

/** Names no account may have: they stand for something else. */
export const reservedNames: readonly string[] = ['anyone', 'console', 'me', 'everyone', 'system'];

/** What a token lets be seen by itself; the scope of its owner limits it further. */
export const scopeOfToken = (
  owner: Scope,
  { districts, texts }: { districts: readonly string[]; texts: boolean },
): Scope => ({
  ...everything,
  clauses:
    districts.length > 0 ? [{ dimension: 'district', exclude: false, values: [...districts].sort() }] : [],
  texts,
  callers: owner.callers,
  published: districts.length > 0 ? [] : owner.published,
  rankings: districts.length > 0 ? [] : owner.rankings,
});
