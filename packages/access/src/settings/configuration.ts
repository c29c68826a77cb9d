import { ConfigurationError, readEnvironment } from '@hotline-atlas/machine';
import { z } from 'zod';

/** Who is let in: everybody, or whoever has an account. */
export type AccessMode = 'open' | 'accounts';

/** The provider of single sign-on (OpenID Connect). */
export interface SingleSignOn {
  /** Name in addresses: `/api/sign-in/sso/<id>`. */
  id: string;
  label: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that holds the name of the account. */
  claim: string;
  scopes: readonly string[];
}

export interface AccessConfiguration {
  mode: AccessMode;
  /** Signs cookies and encrypts secrets of one-time codes; null: one is made and kept in the data folder. */
  secret: string | null;
  /** The address people know the server by, without a slash at the end; null: that of the port. */
  publicUrl: string | null;
  /** Addresses of proxies whose word on who asks is taken. */
  trustedProxies: readonly string[];
  singleSignOn: SingleSignOn | null;
}

/** Whether only programs of this machine reach an address that is listened on. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || /^\[?::1\]?$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host);

const shortestSecret = 32;
const usual =
  /change.?me|default|example|password|better.?auth|hotline|secret.?(key|here)|0123456789|abcdef/i;

/** What is wrong with a secret; null where nothing is. Never tells the secret. */
export function secretProblem(secret: string): string | null {
  if (secret.length < shortestSecret)
    return `at least ${shortestSecret} characters, such as \`openssl rand -base64 32\` makes them`;
  if (new Set(secret).size < 12 || usual.test(secret))
    return 'a random value, such as `openssl rand -base64 32` makes it, and none from a manual';
  return null;
}

const secret = z.string().superRefine((text, context) => {
  const problem = secretProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

const parsed = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** Encrypted, but on this machine. */
function isSafeAddress(text: string, path: RegExp): boolean {
  const url = parsed(text);
  if (!url || url.username || url.password || url.search || url.hash || !path.test(url.pathname))
    return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

const address = /^[0-9a-f.:]+(\/\d{1,3})?$/i;

const environmentSchema = z.object({
  ACCESS: z.enum(['open', 'accounts'], 'open or accounts').optional(),
  AUTH_SECRET: secret.optional(),
  PUBLIC_URL: z
    .string()
    .refine(
      (text) => isSafeAddress(text, /^\/$/),
      'an https:// address with nothing behind host and port, such as https://atlas.example.org',
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .refine(
      (list) => list.every((one) => address.test(one)),
      'addresses of proxies with commas between, such as 10.0.0.2,10.1.0.0/16',
    )
    .default([]),
  OIDC_ISSUER: z
    .string()
    .refine(
      (text) => isSafeAddress(text, /^/),
      'the https:// address of the provider, such as https://id.example.org/realms/city',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(80, 'at most 80 characters').default('Single sign-on'),
  OIDC_CLAIM: z
    .string()
    .regex(/^[A-Za-z0-9_:./-]{1,100}$/, 'the name of a claim, such as preferred_username')
    .default('preferred_username'),
  OIDC_SCOPES: z
    .string()
    .transform((list) => list.split(/[ ,]+/))
    .default(['openid', 'profile']),
});

type Environment = z.infer<typeof environmentSchema>;

function singleSignOnOf(environment: Environment): SingleSignOn | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_CLAIM, OIDC_SCOPES } = environment;
  const given = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter(Boolean).length;
  if (given === 0) return null;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET)
    throw new ConfigurationError(
      'Single sign-on needs all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set what is missing, or none of them.',
    );
  return {
    id: 'sso',
    label: OIDC_NAME,
    issuer: OIDC_ISSUER.replace(/\/$/, ''),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    claim: OIDC_CLAIM,
    scopes: OIDC_SCOPES,
  };
}

/** Where the server can be reached. */
export interface Reach {
  /** The address the API listens on. */
  host: string;
  /** Further names it answers to, with or without a port: those of a proxy in front of it. */
  allowedHosts?: readonly string[];
}

const nameIn = (host: string): string => host.replace(/:\d+$/, '');

function modeOf(asked: AccessMode | undefined, publicUrl: string | undefined, reach: Reach): AccessMode {
  const { host, allowedHosts = [] } = reach;
  const here = isLoopback(host);
  const byProxy = publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname);
  if (asked === 'open' && !here)
    throw new ConfigurationError(
      `ACCESS=open lets everybody in, and HOST=${host} is reached from other machines: set ACCESS=accounts, or leave HOST at 127.0.0.1.`,
    );
  if (asked === 'open' && byProxy)
    throw new ConfigurationError(
      `ACCESS=open lets everybody in, and PUBLIC_URL=${publicUrl} is for others than this machine: set ACCESS=accounts, or leave PUBLIC_URL out.`,
    );
  const isReached = !here || byProxy || allowedHosts.some((name) => !isLoopback(nameIn(name)));
  return asked ?? (isReached ? 'accounts' : 'open');
}

/**
 * Reads who is let in. Empty values count as not set.
 * @param reach where the server can be reached: without a word on it, everybody is let in on loopback only
 * @throws ConfigurationError naming every wrong variable, what it holds (of secrets nothing) and what it
 *   should be
 */
export function readAccessConfiguration(
  environment: Record<string, string | undefined>,
  reach: Reach,
): AccessConfiguration {
  const read = readEnvironment(environmentSchema, environment);
  const { ACCESS, AUTH_SECRET, PUBLIC_URL, TRUSTED_PROXIES } = read;
  return {
    mode: modeOf(ACCESS, PUBLIC_URL, reach),
    secret: AUTH_SECRET ?? null,
    publicUrl: PUBLIC_URL?.replace(/\/$/, '') ?? null,
    trustedProxies: TRUSTED_PROXIES,
    singleSignOn: singleSignOnOf(read),
  };
}
