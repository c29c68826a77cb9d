import type { Role } from '@hotline-atlas/model';
import type { Store } from '@hotline-atlas/store';
import type { Person } from '../people/person.ts';
import { personOfAccount } from '../people/person-of-account.ts';
import { asking } from './asking.ts';
import type { Authenticator } from './authenticator.ts';
import { type AskedHeaders, cookieOf, headersOf } from './cookies.ts';

/** Milliseconds for which somebody is known without asking the store. */
const known = 900;
const mostKept = 5000;

/** Who has a session. */
export interface Sessions {
  /** Who asks by a cookie; null where it is none of a session that lasts. */
  personOf(headers: AskedHeaders): Promise<Person | null>;
  /** Forgets everybody who is known: a session ended, or an account was changed. */
  forget(): void;
}

interface Known {
  until: number;
  person: Promise<Person | null>;
}

/** Looks sessions up in the store, at the most a second late, whichever process ended one. */
export async function createSessions(
  { database }: Store,
  authenticator: Authenticator,
  roles: readonly Role[],
): Promise<Sessions> {
  const { authCookies } = await authenticator.$context;
  const cookieName = authCookies.sessionToken.name;
  const kept = new Map<string, Known>();

  async function look(headers: AskedHeaders): Promise<Person | null> {
    const found = await asking(authenticator.api.getSession({ headers: headersOf(headers) }));
    if (!found) return null;
    const account = await database
      .selectFrom('account')
      .selectAll()
      .where('id', '=', found.user.id)
      .where('disabled', '=', false)
      .executeTakeFirst();
    return account ? personOfAccount(account, roles, 'session') : null;
  }

  function keep(cookie: string, headers: AskedHeaders): Promise<Person | null> {
    const person = look(headers);
    if (kept.size >= mostKept) kept.clear();
    kept.set(cookie, { until: Date.now() + known, person });
    person.catch(() => kept.delete(cookie));
    return person;
  }

  return {
    async personOf(headers) {
      const cookie = cookieOf(headers, cookieName);
      if (!cookie) return null;
      const last = kept.get(cookie);
      return last && last.until > Date.now() ? last.person : keep(cookie, headers);
    },
    forget: () => kept.clear(),
  };
}
