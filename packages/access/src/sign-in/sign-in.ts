import type { SignIn as SignInRequest } from '@hotline-atlas/model';
import type { Store } from '@hotline-atlas/store';
import { accountName } from '../accounts/account-name.ts';
import { longestPassword, type PasswordHashing } from '../accounts/password.ts';
import type { Audit } from '../audit/audit.ts';
import { AccessFailure, codeNeeded, signInRefused } from '../people/failures.ts';
import { asking } from './asking.ts';
import { atMost } from './at-most.ts';
import { type Attempt, type Attempts, toldOf } from './attempts.ts';
import type { Authenticator } from './authenticator.ts';
import { type AskedHeaders, headersOf, sentBack } from './cookies.ts';
import type { UsedCodes } from './used-codes.ts';

/** Who tries: what their browser sends, and their network address. */
export interface Asker {
  headers: AskedHeaders;
  address: string;
}

export interface SignInOptions {
  store: Store;
  audit: Audit;
  hashing: PasswordHashing;
  authenticator: Authenticator;
  attempts: Attempts;
  usedCodes: UsedCodes;
  /** Called when a session has ended. */
  onEnded: () => void;
}

/** Sign-in with a name, a password and where an account has one a second factor. */
export interface SignIn {
  /**
   * @returns cookies to set: a new session, whatever cookie the browser came with
   * @throws AccessFailure: refused, a code is needed, or locked out
   */
  signIn(asked: SignInRequest, asker: Asker): Promise<string[]>;
  /** Ends the session; without one nothing happens. @returns cookies to set */
  signOut(headers: AskedHeaders): Promise<string[]>;
}

/** What an authenticator shows; anything else is one of the codes kept for the day it is lost. */
const sixDigits = /^\d{6}$/;

export function createSignIn(options: SignInOptions): SignIn {
  const { store, audit, hashing, authenticator, attempts, usedCodes, onEnded } = options;
  const { database } = store;
  const inTurn = atMost(2, 32);

  const find = (name: string) =>
    database
      .selectFrom('account')
      .select(['id', 'login'])
      .where('login', '=', name)
      .where('disabled', '=', false)
      .executeTakeFirst();

  /** One password is worked out, whether there is such an account or not. */
  async function checkPassword({ name, password }: SignInRequest, headers: Headers) {
    const account =
      accountName.test(name) && password.length <= longestPassword ? await find(name) : undefined;
    if (!account) {
      await hashing.hash(password.slice(0, longestPassword));
      throw signInRefused();
    }
    const body = { username: name, password };
    const { headers: answered, response } = await asking(
      authenticator.api.signInUsername({ body, headers, returnHeaders: true }),
      signInRefused,
    );
    return { account, cookies: answered.getSetCookie(), wantsCode: 'twoFactorRedirect' in response };
  }

  async function checkCode(account: string, code: string, waiting: readonly string[]): Promise<string[]> {
    if (!(await usedCodes.claim(account, code))) throw signInRefused();
    const asked = {
      body: { code },
      headers: headersOf({ cookie: sentBack(waiting) }),
      returnHeaders: true,
    } as const;
    const { headers } = await asking(
      sixDigits.test(code) ? authenticator.api.verifyTOTP(asked) : authenticator.api.verifyBackupCode(asked),
      signInRefused,
    );
    return headers.getSetCookie();
  }

  async function endSession(headers: AskedHeaders): Promise<string | null> {
    const found = await asking(authenticator.api.getSession({ headers: headersOf(headers) }));
    if (!found) return null;
    await database.deleteFrom('session').where('token', '=', found.session.token).execute();
    onEnded();
    const account = await database
      .selectFrom('account')
      .select('login')
      .where('id', '=', found.user.id)
      .executeTakeFirst();
    return account?.login ?? null;
  }

  async function trySignIn(asked: SignInRequest, asker: Asker, attempt: Attempt): Promise<string[]> {
    const browser = headersOf({ 'user-agent': asker.headers['user-agent'] });
    const { account, cookies, wantsCode } = await inTurn(() => checkPassword(asked, browser));
    const code = asked.code?.replace(/\s/g, '');
    if (wantsCode && !code) {
      await attempts.succeed(attempt, false);
      throw codeNeeded();
    }
    const set = wantsCode && code ? await checkCode(account.id, code, cookies) : cookies;
    await endSession(asker.headers);
    await attempts.succeed(attempt, true);
    await database
      .updateTable('account')
      .set({ last_sign_in: new Date() })
      .where('id', '=', account.id)
      .execute();
    const detail = { address: asker.address, second_factor: wantsCode };
    await audit.record({ who: account.login, event: 'sign-in', subject: account.login, detail });
    return set;
  }

  const isRefusal = (cause: unknown): boolean =>
    cause instanceof AccessFailure && cause.problem === 'sign-in-refused';

  return {
    async signIn(asked, asker) {
      const name = asked.name.trim().toLowerCase();
      const attempt = { account: name, address: asker.address };
      await attempts.begin(attempt);
      try {
        return await trySignIn({ ...asked, name }, asker, attempt);
      } catch (cause) {
        if (isRefusal(cause))
          await audit.record({ who: null, event: 'sign-in-failed', ...(await toldOf(store, attempt)) });
        throw cause;
      }
    },
    async signOut(headers) {
      const name = await endSession(headers);
      if (name !== null) await audit.record({ who: name, event: 'sign-out', subject: name });
      const { headers: answered } = await asking(
        authenticator.api.signOut({ headers: headersOf(headers), returnHeaders: true }),
      );
      return answered.getSetCookie();
    },
  };
}
