import { randomBytes } from 'node:crypto';
import { anyone, type Person } from '@hotline-atlas/access';
import { createApp, listen } from '@hotline-atlas/api';
import type { City } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';
import type { Problem } from '@hotline-atlas/model';
import type { Store } from '@hotline-atlas/store';

/** Made-up people of the demonstration; no account can have such a name. */
const planters = { unit: 'demonstration: a unit', evaluator: 'demonstration: an evaluator' } as const;
type Planter = keyof typeof planters;

const nobody: Person = { ...anyone, name: 'nobody', scope: null, may: new Set() };

/** Something that is sent. */
interface Sent {
  who: Planter;
  method?: 'POST' | 'PUT';
  body: object;
}

/** Asks the API in the name of made-up people, by the same rules as everybody. */
export interface PlantDesk {
  /** @throws Error with what is refused */
  ask<Body>(path: string, sent?: Sent): Promise<Body>;
  close(): Promise<void>;
}

export interface DeskRequest {
  database: Database;
  city: City;
  store: Store;
  signal: AbortSignal;
}

/**
 * Opens an API of its own on a free loopback port. Each made-up person is known by a key of this run; whoever
 * has none sees nothing.
 */
export async function openDesk({ database, city, store, signal }: DeskRequest): Promise<PlantDesk> {
  const key = { unit: randomBytes(32).toString('hex'), evaluator: randomBytes(32).toString('hex') };
  const people = new Map<string | undefined, Person>(
    (['unit', 'evaluator'] as const).map((who) => [
      `Bearer ${key[who]}`,
      { ...anyone, name: planters[who], displayName: planters[who] },
    ]),
  );
  const app = createApp({
    ...{ database, city, store, log: () => undefined },
    personOf: ({ headers }) => people.get(headers.authorization) ?? nobody,
  });
  const server = await listen(app, 0);
  async function ask<Body>(path: string, sent?: Sent): Promise<Body> {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/${path}`, {
      method: sent?.method ?? (sent ? 'POST' : 'GET'),
      headers: {
        Authorization: `Bearer ${key[sent?.who ?? 'evaluator']}`,
        ...(sent && { 'Content-Type': 'application/json' }),
      },
      ...(sent && { body: JSON.stringify(sent.body) }),
      signal,
    });
    if (response.ok) return (await response.json()) as Body;
    throw new Error(((await response.json()) as Problem).detail);
  }
  return { ask, close: () => server.close(0) };
}
