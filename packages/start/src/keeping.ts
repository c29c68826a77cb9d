import type { Access } from '@hotline-atlas/access';
import { ConfigurationError } from '@hotline-atlas/clickhouse';
import type {
  Account,
  AccountChange,
  Accounts,
  AccountToAdd,
  AddedAccount,
  AuditCheck,
  Invitation,
  Problem,
} from '@hotline-atlas/model';
import type { ConsoleNotice } from './console-notice.ts';

/** What commands do with accounts, beside a running server or without one. */
export interface Keeping {
  list(): Promise<Accounts>;
  add(asked: AccountToAdd): Promise<AddedAccount>;
  change(name: string, asked: AccountChange): Promise<Account>;
  invite(name: string): Promise<Invitation>;
  check(): Promise<AuditCheck>;
}

const who = 'console';

/** In a store that this process has opened. */
export const keepingIn = ({ accounts, checkAudit }: Access): Keeping => ({
  list: () => accounts.list(),
  add: (asked) => accounts.add(asked, who),
  change: (name, asked) => accounts.change(name, asked, who),
  invite: (name) => accounts.invite(name, who),
  check: () => checkAudit(),
});

/**
 * By a server that runs and holds the store.
 * @throws ConfigurationError telling what it refuses
 */
export function keepingBy({ url, secret }: ConsoleNotice): Keeping {
  async function ask<Body>(method: string, path: string, body?: object): Promise<Body> {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${secret}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new ConfigurationError(`The server at ${url} does not answer: try again, or stop it.`, { cause });
    });
    if (response.ok) return (await response.json()) as Body;
    const { detail } = (await response.json()) as Problem;
    throw new ConfigurationError(detail);
  }
  return {
    list: () => ask('GET', 'accounts'),
    add: (asked) => ask('POST', 'accounts', asked),
    change: (name, asked) => ask('PATCH', `accounts/${encodeURIComponent(name)}`, asked),
    invite: (name) => ask('POST', `accounts/${encodeURIComponent(name)}/invitation`),
    check: () => ask('GET', 'audit/check'),
  };
}
