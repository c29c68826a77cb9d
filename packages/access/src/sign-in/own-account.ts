import type { SecondFactor } from '@hotline-atlas/model';
import type { Store } from '@hotline-atlas/store';
import { checkPassword } from '../accounts/password.ts';
import type { Audit } from '../audit/audit.ts';
import { codeWrong, conflict, passwordWrong } from '../people/failures.ts';
import { asking } from './asking.ts';
import type { Attempt, Attempts } from './attempts.ts';
import type { Authenticator } from './authenticator.ts';
import { headersOf, sentBack } from './cookies.ts';
import type { Asker } from './sign-in.ts';
import type { UsedCodes } from './used-codes.ts';

export interface OwnAccountOptions {
  store: Store;
  audit: Audit;
  authenticator: Authenticator;
  attempts: Attempts;
  usedCodes: UsedCodes;
  onEnded: () => void;
}

/** What somebody with a session does with their own account. `name` is that of the account. */
export interface OwnAccount {
  /** Sets another password and ends all other sessions. @returns cookies of the new session */
  changePassword(name: string, asked: { current: string; next: string }, asker: Asker): Promise<string[]>;
  /** Makes a secret for an authenticator; it counts once a code confirms it. */
  beginSecondFactor(name: string, asked: { password: string }, asker: Asker): Promise<SecondFactor>;
  /** @returns cookies of the new session; all others end */
  confirmSecondFactor(name: string, asked: { code: string }, asker: Asker): Promise<string[]>;
  removeSecondFactor(name: string, asked: { password: string }, asker: Asker): Promise<string[]>;
}

export function createOwnAccount(options: OwnAccountOptions): OwnAccount {
  const { store, audit, authenticator, attempts, usedCodes, onEnded } = options;
  const { database } = store;

  const find = (name: string) =>
    database
      .selectFrom('account')
      .select(['id', 'login'])
      .where('login', '=', name)
      .executeTakeFirstOrThrow();

  /** A session does not let anybody guess the password or a code: failures count as those of signing in. */
  async function proven<Answer>(
    name: string,
    { address }: Asker,
    work: () => Promise<Answer>,
    refusal: () => Error,
  ): Promise<Answer> {
    const attempt: Attempt = { account: name, address };
    await attempts.begin(attempt);
    const answer = await asking(work(), (code) =>
      code === 'TOTP_ALREADY_ENABLED'
        ? conflict('A second factor is set already: remove it before setting another one.')
        : refusal(),
    );
    await attempts.succeed(attempt, true);
    return answer;
  }

  async function endOthers(account: string, cookies: readonly string[]): Promise<void> {
    const headers = headersOf({ cookie: sentBack(cookies) });
    const found = await asking(authenticator.api.getSession({ headers }));
    await database
      .deleteFrom('session')
      .where('account', '=', account)
      .where('token', '!=', found?.session.token ?? '')
      .execute();
    onEnded();
  }

  return {
    async changePassword(name, { current, next }, asker) {
      checkPassword(next, name);
      const { id } = await find(name);
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const headers = headersOf(asker.headers);
      const { headers: answered } = await proven(
        name,
        asker,
        () => authenticator.api.changePassword({ body, headers, returnHeaders: true }),
        passwordWrong,
      );
      const cookies = answered.getSetCookie();
      await endOthers(id, cookies);
      await database.deleteFrom('invitation').where('account', '=', id).execute();
      await audit.record({ who: name, event: 'password-changed', subject: name });
      return cookies;
    },
    async beginSecondFactor(name, { password }, asker) {
      const headers = headersOf(asker.headers);
      const made = await proven(
        name,
        asker,
        () => authenticator.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }),
        passwordWrong,
      );
      if (!('totpURI' in made)) throw new Error('There is no secret of a second factor.');
      const uri = made.totpURI.replace(encodeURIComponent('@accounts.invalid'), '');
      return { uri, backup_codes: made.backupCodes };
    },
    async confirmSecondFactor(name, { code }, asker) {
      const { id } = await find(name);
      const { headers: answered } = await proven(
        name,
        asker,
        async () => {
          if (!(await usedCodes.claim(id, code))) throw codeWrong();
          const headers = headersOf(asker.headers);
          return authenticator.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
        },
        codeWrong,
      );
      const cookies = answered.getSetCookie();
      await endOthers(id, cookies);
      await audit.record({ who: name, event: 'second-factor-on', subject: name });
      return cookies;
    },
    async removeSecondFactor(name, { password }, asker) {
      const { id } = await find(name);
      const headers = headersOf(asker.headers);
      const { headers: answered } = await proven(
        name,
        asker,
        () => authenticator.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
        passwordWrong,
      );
      const cookies = answered.getSetCookie();
      await endOthers(id, cookies);
      await audit.record({ who: name, event: 'second-factor-off', subject: name });
      return cookies;
    },
  };
}
