import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the provider says of whoever signs in there. */
type Claims = Record<string, unknown> & { sub: string };

/** A provider of single sign-on (OpenID Connect), as far as a test needs one. */
export interface Provider {
  issuer: string;
  /** Who is signed in there now. */
  claims: Claims;
  /** Claims of the token that are not as they should be. */
  spoiled: Record<string, unknown>;
  close(): Promise<void>;
}

interface Grant {
  challenge: string;
  nonce: string;
  redirect: string;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts one on loopback. */
export async function startProvider(clientId: string, clientSecret: string): Promise<Provider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
  const state = { issuer: '', claims: { sub: 'nobody' } as Claims, spoiled: {} as Record<string, unknown> };

  const idToken = (grant: Grant): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: state.issuer, aud: clientId, iat: now, exp: now + 300, nonce: grant.nonce },
      ...state.claims,
      ...state.spoiled,
    };
    const unsigned = `${encoded({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${encoded(claims)}`;
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`;
  };

  const json = (response: ServerResponse, body: object, status = 200) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

  async function exchange(request: IncomingMessage, response: ServerResponse) {
    const sent = new URLSearchParams(await text(request));
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace(/^Basic /, ''),
      'base64',
    ).toString();
    const known = basic === `${clientId}:${clientSecret}` || sent.get('client_secret') === clientSecret;
    const grant = grants.get(sent.get('code') ?? '');
    grants.delete(sent.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    if (!known || !grant || grant.challenge !== challenge || grant.redirect !== sent.get('redirect_uri'))
      return json(response, { error: 'invalid_grant' }, 400);
    return json(response, {
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 60,
      id_token: idToken(grant),
    });
  }

  function authorize({ searchParams }: URL, response: ServerResponse) {
    const code = randomBytes(16).toString('hex');
    const redirect = searchParams.get('redirect_uri') ?? '';
    grants.set(code, {
      challenge: searchParams.get('code_challenge') ?? '',
      nonce: searchParams.get('nonce') ?? '',
      redirect,
    });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', searchParams.get('state') ?? '');
    response.writeHead(302, { Location: back.href }).end();
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', state.issuer);
    if (url.pathname === '/authorize') return authorize(url, response);
    if (url.pathname === '/token') return exchange(request, response);
    if (url.pathname === '/keys') return json(response, { keys: [jwk] });
    if (url.pathname === '/userinfo') return json(response, state.claims);
    return json(response, {
      issuer: state.issuer,
      authorization_endpoint: `${state.issuer}/authorize`,
      token_endpoint: `${state.issuer}/token`,
      userinfo_endpoint: `${state.issuer}/userinfo`,
      jwks_uri: `${state.issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
