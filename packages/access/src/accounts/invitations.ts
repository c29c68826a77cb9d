import type { Invitation } from '@hotline-atlas/model';
import type { Store, StoreTables } from '@hotline-atlas/store';
import type { Transaction } from 'kysely';
import type { Audit } from '../audit/audit.ts';
import { invitationSpent } from '../people/failures.ts';
import { hashOfSecret, newSecret } from './one-time.ts';
import { checkPassword, type PasswordHashing } from './password.ts';

const aDay = 24 * 3600_000;

export interface InvitationOptions {
  store: Store;
  audit: Audit;
  hashing: PasswordHashing;
  /** The address people know the server by. */
  url: string;
  /** Called when sessions of an account have ended. */
  onEnded: () => void;
  /** Called, in the transaction that sets a password, so that failures to sign in count no more. */
  forgetAttempts: (transaction: Transaction<StoreTables>, account: string) => Promise<void>;
}

/** One-time links that set the password of an account. */
export interface Invitations {
  /** Makes the only link of an account that works, for a day. */
  make(account: { id: string; login: string }, madeBy: string): Promise<Invitation>;
  /**
   * Whose password a link sets; it still works afterwards.
   * @returns the name of the account
   * @throws AccessFailure where the link does not work any more
   */
  check(invitation: string): Promise<string>;
  /**
   * Sets the password of the account a link is for. Its sessions and tokens end, and failures to sign in are
   * forgotten.
   * @returns the name of the account
   * @throws AccessFailure where the link does not work any more, InvalidQuestion for a weak password
   */
  use(asked: { invitation: string; password: string }): Promise<string>;
}

export function createInvitations(options: InvitationOptions): Invitations {
  const { store, audit, hashing, url, onEnded, forgetAttempts } = options;
  const { database } = store;
  const usable = (hash: string) =>
    database
      .selectFrom('invitation')
      .innerJoin('account', 'account.id', 'invitation.account')
      .select(['account.id', 'account.login'])
      .where('invitation.hash', '=', hash)
      .where('invitation.expires', '>', new Date())
      .where('account.disabled', '=', false)
      .executeTakeFirst();
  return {
    async make({ id, login: name }, madeBy) {
      const secret = newSecret();
      const expires = new Date(Date.now() + aDay);
      const made = { hash: hashOfSecret(secret), made_by: madeBy, expires };
      await database
        .insertInto('invitation')
        .values({ ...made, account: id })
        .onConflict((same) => same.column('account').doUpdateSet(made))
        .execute();
      await audit.record({ who: madeBy, event: 'invitation-made', subject: name });
      return { account: name, link: `${url}/sign-in#invitation=${secret}`, expires: expires.toISOString() };
    },
    async check(invitation) {
      const found = await usable(hashOfSecret(invitation));
      if (!found) throw invitationSpent();
      return found.login;
    },
    async use({ invitation, password }) {
      const hash = hashOfSecret(invitation);
      const found = await usable(hash);
      if (!found) throw invitationSpent();
      checkPassword(password, found.login);
      const hashed = await hashing.hash(password);
      await database.transaction().execute(async (transaction) => {
        const spent = await transaction.deleteFrom('invitation').where('hash', '=', hash).executeTakeFirst();
        if (Number(spent.numDeletedRows) !== 1) throw invitationSpent();
        await transaction
          .updateTable('credential')
          .set({ password: hashed, updated: new Date() })
          .where('account', '=', found.id)
          .where('provider', '=', 'credential')
          .execute();
        await transaction.deleteFrom('session').where('account', '=', found.id).execute();
        await transaction.deleteFrom('token').where('account', '=', found.id).execute();
        await forgetAttempts(transaction, found.login);
      });
      onEnded();
      await audit.record({ who: found.login, event: 'invitation-used', subject: found.login });
      return found.login;
    },
  };
}
