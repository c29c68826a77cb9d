import type { Store } from '@hotline-atlas/store';
import type { Audit } from '../audit/audit.ts';
import { nothingCalled } from '../people/failures.ts';
import { asking } from './asking.ts';
import type { Authenticator } from './authenticator.ts';
import { type AskedHeaders, headersOf, sentBack } from './cookies.ts';

export interface SignOnOptions {
  store: Store;
  audit: Audit;
  authenticator: Authenticator;
  /** The provider there is; null: none. */
  provider: string | null;
  /** The address people know the server by. */
  url: string;
  onEnded: () => void;
}

/** Where a browser is led, and with which cookies. */
interface Redirection {
  to: string;
  cookies: string[];
}

/** Single sign-on: the provider says who somebody is, an account says what they may. */
export interface SignOn {
  /**
   * To the provider.
   * @param to address of the dashboard to return to
   * @throws AccessFailure where there is no such provider
   */
  begin(provider: string, to: string): Promise<Redirection>;
  /**
   * Back from the provider: to the dashboard with a session, or to the page for signing in with a reason.
   * @param query what the provider sends
   */
  end(
    provider: string,
    query: Record<string, string>,
    asker: { headers: AskedHeaders; address: string },
  ): Promise<Redirection>;
}

/** An address of this dashboard: a path, and nothing that a browser takes for another host. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
const ownAddress = /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/;

export function createSignOn(options: SignOnOptions): SignOn {
  const { store, audit, authenticator, provider: known, url, onEnded } = options;

  function check(provider: string): string {
    if (known === null || provider !== known)
      throw nothingCalled('There is no such provider of single sign-on.');
    return provider;
  }

  /** Whatever the provider or better-auth say, a browser is led to this server only. */
  function within(location: string | null): string {
    const target = new URL(location ?? '/sign-in', url);
    const isOwn = target.origin === new URL(url).origin && !target.pathname.startsWith('//');
    return isOwn ? `${target.pathname}${target.search}` : '/sign-in';
  }

  async function nameIn(cookies: readonly string[]): Promise<string | null> {
    const headers = headersOf({ cookie: sentBack(cookies) });
    const found = await asking(authenticator.api.getSession({ headers }));
    if (!found) return null;
    const now = { last_sign_in: new Date() };
    const account = await store.database
      .updateTable('account')
      .set(now)
      .where('id', '=', found.user.id)
      .returning('login')
      .executeTakeFirst();
    return account?.login ?? null;
  }

  return {
    async begin(provider, to) {
      const callbackURL = `${url}${ownAddress.test(to) ? to : '/'}`;
      const { headers, response } = await asking(
        authenticator.api.signInSocial({
          body: { provider: check(provider), callbackURL, errorCallbackURL: `${url}/sign-in` },
          returnHeaders: true,
        }),
      );
      return { to: String(response.url), cookies: headers.getSetCookie() };
    },
    async end(provider, query, { headers, address }) {
      const answer = await asking(
        authenticator.api.callbackOAuth({
          params: { id: check(provider) },
          query,
          headers: headersOf(headers),
          method: 'GET',
          asResponse: true,
        }),
      );
      const cookies = answer.headers.getSetCookie();
      const name = await nameIn(cookies);
      onEnded();
      const detail = { address, provider };
      if (name) await audit.record({ who: name, event: 'sign-in', subject: name, detail });
      else await audit.record({ who: null, event: 'sign-in-failed', detail });
      return { to: within(answer.headers.get('location')), cookies };
    },
  };
}
