import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { readAccessConfiguration } from './configuration.ts';

const here = '127.0.0.1';
const random = 'kT8vQ2mZ5xW9bN4cR7jL1pH6sD3fG0yA';

const failure = (environment: Record<string, string>, host = here): string => {
  try {
    readAccessConfiguration(environment, { host });
  } catch (error) {
    expect(inspect(error, { depth: 9 })).not.toMatch(/hunter2|s3cret/);
    return (error as Error).message;
  }
  throw new Error('nothing was wrong');
};

test.each([
  [undefined, here, 'open'],
  [undefined, '::1', 'open'],
  [undefined, 'localhost', 'open'],
  ['accounts', here, 'accounts'],
  [undefined, '0.0.0.0', 'accounts'],
  [undefined, '::', 'accounts'],
  [undefined, '10.0.0.5', 'accounts'],
  [undefined, '127.0.0.1.evil.example', 'accounts'],
])('ACCESS=%s at %s means %s', (ACCESS, host, mode) => {
  expect(readAccessConfiguration(ACCESS ? { ACCESS } : {}, { host }).mode).toBe(mode);
});

test('behind a proxy a server on loopback is reached by others, and asks for accounts', () => {
  const mode = (environment: Record<string, string>, allowedHosts: string[] = []) =>
    readAccessConfiguration(environment, { host: here, allowedHosts }).mode;
  expect(mode({ PUBLIC_URL: 'https://atlas.example' })).toBe('accounts');
  expect(mode({}, ['atlas.example:8080'])).toBe('accounts');
  expect(mode({ ACCESS: 'open' }, ['atlas.example'])).toBe('open');
  expect(mode({ PUBLIC_URL: 'http://localhost:8080' }, ['localhost:8080', '[::1]:1'])).toBe('open');
  expect(failure({ ACCESS: 'open', PUBLIC_URL: 'https://atlas.example' })).toMatch(/^ACCESS=open .*accounts/);
});

test.each(['0.0.0.0', '::', '192.168.1.2', 'atlas.example'])(
  'open access at %s is one line and no start',
  (host) => {
    expect(failure({ ACCESS: 'open' }, host)).toMatch(/^ACCESS=open .*ACCESS=accounts.*\.$/);
  },
);

test.each([
  ['s3cret', /AUTH_SECRET=\(6 characters, not shown\) should be at least 32/],
  ['changeme-changeme-changeme-s3cret', /AUTH_SECRET=\(33 characters.*random/],
  ['a'.repeat(40), /AUTH_SECRET=.*random/],
  ['better-auth-secret-12345678901234567890', /AUTH_SECRET=.*random/],
])('a short or usual secret %# does not start, and is not told', (AUTH_SECRET, told) => {
  expect(failure({ AUTH_SECRET })).toMatch(told);
});

test.each([
  'http://atlas.example',
  'https://atlas.example/path',
  'https://u:hunter2@atlas.example',
  'atlas.example',
  'javascript://x',
])('PUBLIC_URL %# is refused', (PUBLIC_URL) => {
  expect(failure({ PUBLIC_URL })).toContain('https://atlas.example.org');
});

test('what is set right is read', () => {
  const read = readAccessConfiguration(
    {
      AUTH_SECRET: random,
      PUBLIC_URL: 'https://atlas.example.org/',
      TRUSTED_PROXIES: '10.0.0.2, fd00::/8',
      OIDC_ISSUER: 'https://id.example.org/realms/city/',
      OIDC_CLIENT_ID: 'atlas',
      OIDC_CLIENT_SECRET: 'hunter2',
    },
    { host: '0.0.0.0' },
  );
  expect(read).toMatchObject({
    secret: random,
    publicUrl: 'https://atlas.example.org',
    trustedProxies: ['10.0.0.2', 'fd00::/8'],
    singleSignOn: { issuer: 'https://id.example.org/realms/city', claim: 'preferred_username' },
  });
  expect(failure({ OIDC_ISSUER: 'https://id.example.org' })).toContain('OIDC_CLIENT_ID');
});
