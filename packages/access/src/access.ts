import type { IncomingHttpHeaders } from 'node:http';
import type { City } from '@hotline-atlas/city';
import type { AuditCheck } from '@hotline-atlas/model';
import type { Store } from '@hotline-atlas/store';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { dutiesOf } from './accounts/check-account.ts';
import { createInvitations, type Invitations } from './accounts/invitations.ts';
import { hashOfSecret, newSecret } from './accounts/one-time.ts';
import { argon2id, type PasswordHashing } from './accounts/password.ts';
import { createTokens, type Tokens } from './accounts/tokens.ts';
import { type Audit, createAudit } from './audit/audit.ts';
import { auditKeyOf } from './audit/chain.ts';
import { checkAudit, shortenAudit } from './audit/verify.ts';
import { anyone, type Person } from './people/person.ts';
import { consolePerson } from './people/person-of-account.ts';
import type { AccessMode, SingleSignOn } from './settings/configuration.ts';
import {
  type AttemptLimits,
  createAttempts,
  forgetAttempts,
  toldOf,
  usualLimits,
} from './sign-in/attempts.ts';
import { createAuthenticator } from './sign-in/authenticator.ts';
import { createOwnAccount, type OwnAccount } from './sign-in/own-account.ts';
import { createSessions } from './sign-in/sessions.ts';
import { createSignIn, type SignIn } from './sign-in/sign-in.ts';
import { createSignOn, type SignOn } from './sign-in/sign-on.ts';
import { createUsedCodes } from './sign-in/used-codes.ts';

export interface AccessOptions {
  mode: AccessMode;
  store: Store;
  city: City;
  secret: string;
  /** The address people know the server by, without a slash at the end. */
  url: string;
  singleSignOn?: SingleSignOn | null;
  hashing?: PasswordHashing;
  limits?: AttemptLimits;
}

/** Who asks, and everything around it. */
export interface Access {
  mode: AccessMode;
  /** Providers of single sign-on. */
  singleSignOn: readonly { id: string; label: string }[];
  /**
   * Who asks; null where nobody known does.
   * @throws StoreUnreachable: who cannot be looked up is nobody
   */
  personOf(headers: IncomingHttpHeaders): Promise<Person | null>;
  /** Whether somebody is still who they were, and sees and may the same; up to a second late. */
  stillAllowed(person: Person): Promise<boolean>;
  signIn: SignIn;
  signOn: SignOn;
  ownAccount: OwnAccount;
  accounts: Accounts;
  invitations: Pick<Invitations, 'check' | 'use'>;
  tokens: Tokens;
  audit: Audit;
  checkAudit(): Promise<AuditCheck>;
  /** Removes what is older, with a checkpoint. @returns entries that were removed */
  shortenAudit(asked: { before: Date; who: string }): Promise<number>;
  /** What a command on this machine shows to be let in; see {@link consolePerson}. */
  consoleSecret: string;
}

const bearer = /^Bearer +(\S+)$/i;

const rightsOf = ({ name, scope, may }: Person): string => JSON.stringify([name, scope, [...may].sort()]);
const sameRights = (one: Person, other: Person): boolean => rightsOf(one) === rightsOf(other);

/** Puts sign-in, sessions, accounts, tokens and the audit together over a store. */
export async function createAccess(options: AccessOptions): Promise<Access> {
  const { mode, store, city, secret, url, singleSignOn = null } = options;
  const { roles } = city;
  const { hashing = argon2id, limits = usualLimits } = options;
  const authenticator = createAuthenticator({ store, secret, url, hashing, singleSignOn });
  const sessions = await createSessions(store, authenticator, roles);
  const onEnded = sessions.forget;
  const auditKey = auditKeyOf(secret);
  const audit = createAudit(store, auditKey);
  const duties = dutiesOf(city);
  const invitations = createInvitations({ store, audit, hashing, url, onEnded, forgetAttempts });
  const tokens = createTokens({ store, audit, roles, districts: duties.districts.map(({ code }) => code) });
  const usedCodes = createUsedCodes(store);
  const attempts = createAttempts(store, limits, async (attempt) =>
    audit.record({ who: null, event: 'locked-out', ...(await toldOf(store, attempt)) }),
  );
  const parts = { store, audit, hashing, authenticator, attempts, usedCodes, onEnded };
  const consoleSecret = newSecret();
  const consoleHash = hashOfSecret(consoleSecret);

  /** What somebody was known by, to look again. */
  const knownBy = new WeakMap<Person, IncomingHttpHeaders>();

  async function look({ authorization, ...headers }: IncomingHttpHeaders): Promise<Person | null> {
    const [, token] = bearer.exec(authorization ?? '') ?? [];
    if (token !== undefined && hashOfSecret(token) === consoleHash) return consolePerson;
    if (mode === 'open') return anyone;
    if (authorization !== undefined) return token === undefined ? null : tokens.personOf(token);
    return sessions.personOf(headers);
  }

  async function personOf({ authorization, cookie }: IncomingHttpHeaders): Promise<Person | null> {
    const headers = {
      ...(authorization !== undefined && { authorization }),
      ...(cookie !== undefined && { cookie }),
    };
    const person = await look(headers);
    if (person && person !== anyone) knownBy.set(person, headers);
    return person;
  }

  async function stillAllowed(person: Person): Promise<boolean> {
    const headers = knownBy.get(person);
    if (!headers) return mode === 'open';
    const now = await look(headers);
    return now !== null && sameRights(now, person);
  }

  return {
    mode,
    singleSignOn: singleSignOn ? [{ id: singleSignOn.id, label: singleSignOn.label }] : [],
    personOf,
    stillAllowed,
    signIn: createSignIn(parts),
    signOn: createSignOn({ ...parts, provider: singleSignOn?.id ?? null, url }),
    ownAccount: createOwnAccount(parts),
    accounts: createAccounts({ store, audit, hashing, duties, invitations, onEnded }),
    invitations,
    tokens,
    audit,
    checkAudit: () => checkAudit(store, auditKey),
    shortenAudit: (asked) => shortenAudit(store, auditKey, asked),
    consoleSecret,
  };
}
