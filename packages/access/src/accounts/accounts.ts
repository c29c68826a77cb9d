import { randomUUID } from 'node:crypto';
import type {
  Account,
  AccountChange,
  Accounts as AccountList,
  AccountToAdd,
  AddedAccount,
  Invitation,
} from '@hotline-atlas/model';
import type { Store, StoreTables } from '@hotline-atlas/store';
import type { Transaction } from 'kysely';
import type { Audit } from '../audit/audit.ts';
import { conflict, nothingCalled } from '../people/failures.ts';
import type { StoredAccount } from '../people/person-of-account.ts';
import { identityOf } from './account-name.ts';
import { checkAccountName, checkDuty, type Duties } from './check-account.ts';
import type { Invitations } from './invitations.ts';
import { type PasswordHashing, unknownPassword } from './password.ts';

const told = (account: StoredAccount): Account => ({
  name: account.login,
  display_name: account.display_name,
  role: account.role,
  districts: account.districts,
  units: account.units,
  project: account.project,
  disabled: account.disabled,
  second_factor: account.second_factor,
  created: account.created.toISOString(),
  last_sign_in: account.last_sign_in?.toISOString() ?? null,
});

/** What administrators do. `who` is the one who does it. */
export interface Accounts {
  list(): Promise<AccountList>;
  /** @throws InvalidQuestion where role, districts or units are unknown, AccessFailure for a taken name */
  add(asked: AccountToAdd, who: string): Promise<AddedAccount>;
  /** Another role, a disabled account or a second factor taken away ends all sessions of the account. */
  change(name: string, asked: AccountChange, who: string): Promise<Account>;
  invite(name: string, who: string): Promise<Invitation>;
  /** Makes sure that somebody can administer: a link for the first administrator; null where there is one. */
  inviteFirst(): Promise<Invitation | null>;
}

export interface AccountsOptions {
  store: Store;
  audit: Audit;
  hashing: PasswordHashing;
  duties: Duties;
  invitations: Invitations;
  onEnded: () => void;
}

/** An account whose duty the city does not know any more can still be disabled. */
const isDutyAsked = ({ role, districts, units, project }: AccountChange): boolean =>
  [role, districts, units, project].some((part) => part !== undefined);

const isTaken = (error: unknown): boolean => (error as { code?: unknown }).code === '23505';

export function createAccounts(options: AccountsOptions): Accounts {
  const { store, audit, hashing, duties, invitations, onEnded } = options;
  const { database } = store;
  const administering = duties.roles.filter(({ may }) => may.includes('administer')).map(({ name }) => name);

  async function find(name: string): Promise<StoredAccount> {
    const found = await database
      .selectFrom('account')
      .selectAll()
      .where('login', '=', name)
      .executeTakeFirst();
    if (!found) throw nothingCalled('There is no account of this name.');
    return found;
  }

  /**
   * Somebody else has to be able to administer. Administrators are locked, so that two cannot leave at once.
   */
  async function assertOtherAdministrator(
    transaction: Transaction<StoreTables>,
    name: string,
  ): Promise<void> {
    const all = await transaction
      .selectFrom('account')
      .select('login')
      .where('disabled', '=', false)
      .where('role', 'in', administering)
      .orderBy('id')
      .forUpdate()
      .execute();
    if (!all.some(({ login }) => login !== name))
      throw conflict(
        'This is the last administrator: add another one before taking this one away.',
        'last-administrator',
      );
  }

  /** A name nobody has: the wanted one, or that with a number. */
  async function freeName(wanted: string): Promise<string> {
    const taken = await database.selectFrom('account').select('login').execute();
    const names = new Set(taken.map(({ login }) => login));
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted}-${number}`;
      if (!names.has(name)) return name;
    }
  }

  async function insert({ name, display_name, ...rest }: AccountToAdd): Promise<StoredAccount> {
    const password = await hashing.hash(unknownPassword());
    const id = randomUUID();
    const values = {
      id,
      login: name,
      display_name: display_name ?? name,
      identity: identityOf(name),
      ...rest,
    };
    return database.transaction().execute(async (transaction) => {
      const added = await transaction
        .insertInto('account')
        .values(values)
        .returningAll()
        .executeTakeFirstOrThrow();
      const credential = { id: randomUUID(), account: id, provider: 'credential', subject: id, password };
      await transaction.insertInto('credential').values(credential).execute();
      return added;
    });
  }

  async function add(asked: AccountToAdd, who: string): Promise<AddedAccount> {
    checkAccountName(asked.name);
    checkDuty(asked, duties);
    const added = await insert(asked).catch((cause: unknown) => {
      throw isTaken(cause) ? conflict(`There is an account ${asked.name} already.`, 'name-taken') : cause;
    });
    const { role, districts, units, project } = added;
    const detail = { role, districts, units, project };
    await audit.record({ who, event: 'account-added', subject: added.login, detail });
    return { account: told(added), invitation: await invitations.make(added, who) };
  }

  async function change(name: string, asked: AccountChange, who: string): Promise<Account> {
    const before = await find(name);
    const { second_factor, ...set } = asked;
    const after = {
      role: set.role ?? before.role,
      districts: set.districts ?? before.districts,
      units: set.units ?? before.units,
      project: set.project === undefined ? before.project : set.project,
      disabled: set.disabled ?? before.disabled,
    };
    if (isDutyAsked(asked)) checkDuty(after, duties);
    const leaves = after.disabled || !administering.includes(after.role);
    const isLeaving = administering.includes(before.role) && !before.disabled && leaves;
    const isOtherRole = after.role !== before.role;
    const withoutFactor = second_factor === false && before.second_factor;
    const changed = await database.transaction().execute(async (transaction) => {
      if (isLeaving) await assertOtherAdministrator(transaction, name);
      const values = { ...set, ...(withoutFactor && { second_factor: false }), updated: new Date() };
      const stored = await transaction
        .updateTable('account')
        .set(values)
        .where('id', '=', before.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      if (withoutFactor)
        await transaction.deleteFrom('second_factor').where('account', '=', before.id).execute();
      if (isOtherRole || after.disabled || withoutFactor)
        await transaction.deleteFrom('session').where('account', '=', before.id).execute();
      return stored;
    });
    onEnded();
    const event = isOtherRole ? 'role-changed' : 'account-changed';
    const detail = { ...asked, ...(isOtherRole && { role_before: before.role }) };
    await audit.record({ who, event, subject: name, detail });
    if (withoutFactor) await audit.record({ who, event: 'second-factor-off', subject: name });
    return told(changed);
  }

  return {
    async list() {
      const accounts = await database.selectFrom('account').selectAll().orderBy('login').execute();
      const roles = duties.roles.map(({ name, label, sees }) => ({ name, label, sees }));
      return { accounts: accounts.map(told), roles };
    },
    add,
    change,
    invite: async (name, who) => {
      const account = await find(name);
      if (account.disabled)
        throw conflict(`The account ${name} is disabled: enable it first.`, 'account-disabled');
      return invitations.make(account, who);
    },
    async inviteFirst() {
      const [role] = administering;
      if (role === undefined) return null;
      const administrators = await database
        .selectFrom('account')
        .select(['id', 'login', 'last_sign_in'])
        .where('role', 'in', administering)
        .where('disabled', '=', false)
        .execute();
      const [first] = administrators;
      if (administrators.some(({ last_sign_in }) => last_sign_in !== null)) return null;
      if (first) return invitations.make(first, 'console');
      const name = await freeName('administrator');
      const duty = { districts: [], units: [], project: null };
      return (await add({ name, display_name: name, role, ...duty }, 'console')).invitation;
    },
  };
}
