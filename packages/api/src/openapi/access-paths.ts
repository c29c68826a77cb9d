import {
  accountChange,
  accountToAdd,
  codeProof,
  invitationCheck,
  invitationUse,
  passwordChange,
  passwordProof,
  signIn,
  tokenToMake,
} from '@hotline-atlas/model/wire';
import { failure, file, inPath, json, operation, type Paths } from './operation.ts';

const inAddress = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

const name = inPath('name', 'the name of an account');
const lockedOut = { '429': failure('Too many failures; wait for Retry-After seconds') };

const signInPaths = () => ({
  '/api/session': { get: operation('Who asks, or how to sign in', [], { gives: json('session') }) },
  '/api/sign-in': {
    post: operation('A new session, as a cookie', [], { sends: signIn, other: lockedOut }),
  },
  '/api/sign-in/sso/{provider}': {
    get: operation('Leads to the provider of single sign-on', [], {
      parameters: [
        inPath('provider', 'as /api/session names it'),
        inAddress('to', 'the address of the dashboard to return to'),
      ],
      other: { '302': { description: 'To the provider' } },
    }),
  },
  '/api/auth/callback/{provider}': {
    get: operation('Where the provider of single sign-on leads back to', [], {
      parameters: [inPath('provider', 'as /api/session names it')],
      other: { '302': { description: 'To the dashboard, or back to the page for signing in' } },
    }),
  },
  '/api/sign-out': { post: operation('Ends the session', []) },
  '/api/invitation/check': {
    post: operation('Whose password a one-time link sets; the link is not used up', [], {
      sends: invitationCheck,
      gives: json('invitationUsed'),
      other: { '410': failure('The link was used, replaced, or is too old') },
    }),
  },
  '/api/invitation': {
    post: operation('Sets the password of the account a one-time link is for', [], {
      sends: invitationUse,
      gives: json('invitationUsed'),
      other: { '410': failure('The link was used, replaced, or is too old') },
    }),
  },
});

const ownAccountPaths = () => ({
  '/api/password': {
    post: operation('Sets another password of one’s own; ends all other sessions', ['session'], {
      sends: passwordChange,
      other: lockedOut,
    }),
  },
  '/api/second-factor': {
    post: operation('Makes a secret for an authenticator', ['session'], {
      sends: passwordProof,
      gives: json('secondFactor'),
      other: lockedOut,
    }),
    delete: operation('Takes the second factor away', ['session'], {
      sends: passwordProof,
      other: lockedOut,
    }),
  },
  '/api/second-factor/confirm': {
    post: operation('From now on a code is asked for', ['session'], { sends: codeProof, other: lockedOut }),
  },
  '/api/tokens': {
    get: operation('One’s own tokens', ['token'], { gives: json('tokens') }),
    post: operation('A new token, told this once', ['token'], {
      sends: tokenToMake,
      gives: json('newToken'),
    }),
  },
  '/api/tokens/{id}': {
    delete: operation('Removes a token of one’s own', ['token'], {
      parameters: [inPath('id', 'the id of a token')],
      other: { '404': failure('There is no token of one’s own with this id') },
    }),
  },
});

const administrationPaths = () => ({
  '/api/accounts': {
    get: operation('All accounts', ['administer'], { gives: json('accounts') }),
    post: operation('Adds an account; answers the link that sets its password', ['administer'], {
      sends: accountToAdd,
      gives: json('addedAccount'),
    }),
  },
  '/api/accounts/{name}': {
    patch: operation('Changes an account', ['administer'], {
      parameters: [name],
      sends: accountChange,
      gives: json('account'),
    }),
  },
  '/api/accounts/{name}/invitation': {
    post: operation('A new one-time link; the one before works no more', ['administer'], {
      parameters: [name],
      gives: json('invitation'),
    }),
  },
  '/api/audit': {
    get: operation('The audit, newest first', ['administer'], {
      parameters: [
        inAddress('before', 'the number of an entry', { type: 'integer' }),
        inAddress('event', 'entries of one event'),
        inAddress('who', 'entries of one account'),
        inAddress('limit', 'entries at most', { type: 'integer' }),
        inAddress('format', 'json or csv', { type: 'string', enum: ['json', 'csv'] }),
      ],
      gives: { ...json('audit'), 'text/csv': file },
    }),
  },
  '/api/audit/check': {
    get: operation('Whether the chain of the audit is whole, and where it is broken first', ['administer'], {
      gives: json('auditCheck'),
    }),
  },
});

/** Who asks: sign-in, accounts, tokens, audit. */
export const accessPaths = () =>
  ({ ...signInPaths(), ...ownAccountPaths(), ...administrationPaths() }) satisfies Paths;
