import type { Store } from '@hotline-atlas/store';
import { sql } from 'kysely';
import { accountName } from '../accounts/account-name.ts';
import { hashOfSecret } from '../accounts/one-time.ts';
import { lockedOut } from '../people/failures.ts';

/** How many sign-ins may fail, and for how long no more are tried then. */
export interface AttemptLimits {
  /** Failures of one account from one network address. */
  pair: number;
  /** Failures of one account from anywhere. A stranger at one address cannot lock its owner out. */
  account: number;
  /** Failures from one network address. */
  address: number;
  /** Milliseconds in which failures are counted, from the first. */
  window: number;
}

export const usualLimits: AttemptLimits = { pair: 10, account: 100, address: 50, window: 15 * 60_000 };

/** Who tries to sign in, and from where. */
export interface Attempt {
  account: string;
  address: string;
}

/**
 * Failed sign-ins, counted in the store by account and by address, whether there is such an account or not.
 */
export interface Attempts {
  /**
   * Counts an attempt as failed before it is tried, so that many at once are not more than one after another.
   * @throws AccessFailure where there were too many
   */
  begin(attempt: Attempt): Promise<void>;
  /** It was no failure; after a whole sign-in none of the account's from there are left. */
  succeed(attempt: Attempt, whole: boolean): Promise<void>;
}

/** Whatever was typed for a name, a password by mistake among it, is kept by its hash. */
const accountKey = (account: string): string => `account:${hashOfSecret(account)}`;
const pairKey = ({ account, address }: Attempt): string => `${accountKey(account)}@${address}`;
const addressKey = ({ address }: Attempt): string => `address:${address}`;

/** Nothing that failed before counts any more, from wherever it was tried: an account has a new password. */
export async function forgetAttempts(
  database: Pick<Store['database'], 'deleteFrom'>,
  account: string,
): Promise<void> {
  await database
    .deleteFrom('attempt')
    .where('key', 'like', `${accountKey(account)}%`)
    .execute();
}

export function createAttempts(
  { database }: Store,
  limits: AttemptLimits,
  onLockedOut: (attempt: Attempt) => Promise<void>,
): Attempts {
  let cleared = 0;

  /** What nobody asks any more goes now and then: counts that are over, and sessions that have ended. */
  async function clear(now: number): Promise<void> {
    if (now - cleared < limits.window) return;
    cleared = now;
    await database
      .deleteFrom('attempt')
      .where('since', '<', new Date(now - limits.window))
      .execute();
    await database.deleteFrom('session').where('expires', '<', new Date(now)).execute();
  }

  async function count(key: string): Promise<{ failures: number; since: Date }> {
    const now = new Date();
    const expired = sql<boolean>`attempt.since < ${new Date(now.getTime() - limits.window)}`;
    return database
      .insertInto('attempt')
      .values({ key, failures: 1, since: now })
      .onConflict((same) =>
        same.column('key').doUpdateSet({
          failures: sql`CASE WHEN ${expired} THEN 1 ELSE attempt.failures + 1 END`,
          since: sql`CASE WHEN ${expired} THEN ${now} ELSE attempt.since END`,
        }),
      )
      .returning(['failures', 'since'])
      .executeTakeFirstOrThrow();
  }

  const secondsLeft = (since: Date) =>
    Math.max(1, Math.ceil((since.getTime() + limits.window - Date.now()) / 1000));

  return {
    async begin(attempt) {
      await clear(Date.now());
      const limited = [
        { key: addressKey(attempt), most: limits.address, tells: false },
        { key: pairKey(attempt), most: limits.pair, tells: true },
        { key: accountKey(attempt.account), most: limits.account, tells: true },
      ];
      for (const { key, most, tells } of limited) {
        const { failures, since } = await count(key);
        if (tells && failures === most + 1) await onLockedOut(attempt);
        if (failures > most) throw lockedOut(secondsLeft(since));
      }
    },
    async succeed(attempt, whole) {
      const one = { failures: sql<number>`greatest(failures - 1, 0)` };
      const keys = [addressKey(attempt), pairKey(attempt), accountKey(attempt.account)];
      await database.updateTable('attempt').set(one).where('key', 'in', keys).execute();
      if (whole) await database.deleteFrom('attempt').where('key', '=', pairKey(attempt)).execute();
    },
  };
}

/**
 * What the audit says of an attempt: the account, if there is such a one. What else was typed for a name may
 * be a password.
 */
export async function toldOf({ database }: Store, { account, address }: Attempt) {
  const found = accountName.test(account)
    ? await database.selectFrom('account').select('login').where('login', '=', account).executeTakeFirst()
    : undefined;
  return { subject: found?.login ?? null, detail: { address } };
}
