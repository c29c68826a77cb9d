import type { Store } from '@hotline-atlas/store';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import { accountName, identityOf } from '../accounts/account-name.ts';
import type { PasswordHashing } from '../accounts/password.ts';
import type { SingleSignOn } from '../settings/configuration.ts';

/** Seconds a session lasts: a working day. It is not made longer by using it. */
const lifeOfSession = 12 * 3600;

export interface AuthenticatorOptions {
  store: Store;
  secret: string;
  /** The address people know the server by. */
  url: string;
  hashing: PasswordHashing;
  singleSignOn: SingleSignOn | null;
}

const tables = {
  user: {
    modelName: 'account',
    fields: {
      name: 'display_name',
      email: 'identity',
      emailVerified: 'identity_verified',
      createdAt: 'created',
      updatedAt: 'updated',
    },
  },
  session: {
    modelName: 'session',
    fields: {
      userId: 'account',
      expiresAt: 'expires',
      ipAddress: 'address',
      userAgent: 'browser',
      createdAt: 'created',
      updatedAt: 'updated',
    },
    expiresIn: lifeOfSession,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  verification: {
    modelName: 'verification',
    fields: { expiresAt: 'expires', createdAt: 'created', updatedAt: 'updated' },
  },
} as const;

const credentials = {
  modelName: 'credential',
  fields: {
    userId: 'account',
    accountId: 'subject',
    providerId: 'provider',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires',
    refreshTokenExpiresAt: 'refresh_token_expires',
    createdAt: 'created',
    updatedAt: 'updated',
  },
  updateAccountOnSignIn: false,
} as const;

/** What the provider lets do with its own interface is not kept: it is not used. */
const withoutTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

/** The name a claim holds, as accounts are called; an identity without one signs nobody in. */
function nameIn(claim: unknown): string {
  const name = typeof claim === 'string' ? (claim.toLowerCase().split('@')[0] ?? '') : '';
  return accountName.test(name) ? name : '';
}

const signOnPlugin = ({ id, issuer, clientId, clientSecret, claim, scopes }: SingleSignOn) =>
  genericOAuth({
    config: [
      {
        providerId: id,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: [...scopes],
        pkce: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        disableProviderLogout: true,
        requireIdTokenVerification: true,
        mapProfileToUser: (profile: Record<string, unknown>) => {
          const name = nameIn(profile[claim]);
          return { email: name && identityOf(name), emailVerified: name !== '' };
        },
      },
    ],
  });

const plugins = (singleSignOn: SingleSignOn | null) => [
  username({
    displayUsername: false,
    minUsernameLength: 2,
    maxUsernameLength: 63,
    usernameValidator: (name) => accountName.test(name),
    schema: { user: { fields: { username: 'login' } } },
  }),
  twoFactor({
    issuer: 'Hotline Atlas',
    twoFactorCookieMaxAge: 60,
    schema: {
      user: { fields: { twoFactorEnabled: 'second_factor' } },
      twoFactor: {
        modelName: 'second_factor',
        fields: {
          userId: 'account',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failures',
          lockedUntil: 'locked_until',
        },
      },
    },
  }),
  ...(singleSignOn ? [signOnPlugin(singleSignOn)] : []),
];

/**
 * better-auth over the store: passwords, sessions, one-time codes and single sign-on. Its addresses are not
 * served; what is needed of it is called.
 */
export function createAuthenticator({ store, secret, url, hashing, singleSignOn }: AuthenticatorOptions) {
  const isDisabled = async (id: string) => {
    const found = await store.database
      .selectFrom('account')
      .select('disabled')
      .where('id', '=', id)
      .executeTakeFirst();
    return found?.disabled ?? true;
  };
  const options = {
    appName: 'Hotline Atlas',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: { db: store.database, type: 'postgres', transaction: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashing.hash, verify: hashing.verify },
      minPasswordLength: 1,
      maxPasswordLength: 1000,
    },
    ...tables,
    account: {
      ...credentials,
      accountLinking: { enabled: true, trustedProviders: singleSignOn ? [singleSignOn.id] : [] },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => ((await isDisabled(userId)) ? false : undefined) } },
      account: {
        create: { before: async (made) => ({ data: { ...made, ...withoutTokens } }) },
      },
    },
    onAPIError: { errorURL: `${url}/sign-in` },
    advanced: {
      cookiePrefix: 'atlas',
      useSecureCookies: url.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    plugins: plugins(singleSignOn),
  } satisfies BetterAuthOptions;
  return betterAuth(options);
}

export type Authenticator = ReturnType<typeof createAuthenticator>;
