import { randomUUID } from 'node:crypto';
import {
  InvalidQuestion,
  type NewToken,
  narrowerScope,
  nearest,
  type Role,
  suggestion,
  type Token,
  type TokenToMake,
} from '@hotline-atlas/model';
import type { Store, StoreTables } from '@hotline-atlas/store';
import type { Selectable } from 'kysely';
import type { Audit } from '../audit/audit.ts';
import { conflict, nothingCalled } from '../people/failures.ts';
import type { Person } from '../people/person.ts';
import { personOfAccount, scopeOfToken } from '../people/person-of-account.ts';
import { hashOfSecret, newSecret } from './one-time.ts';

/** What tokens begin with, so that a scanner of sources finds one that was left there. */
const prefix = 'ha_';
const form = /^ha_[A-Za-z0-9_-]{43}$/;
const aDay = 24 * 3600_000;
const mostOfOne = 50;

/** Of what its owner may do, what a token may: read, and take records away. */
const mayOfToken: Person['may'] = new Set(['export']);

/** Tokens for scripts. */
export interface Tokens {
  list(owner: Person): Promise<Token[]>;
  /** @throws InvalidQuestion for districts the owner does not see or the city does not know */
  make(asked: TokenToMake, owner: Person): Promise<NewToken>;
  /** @throws AccessFailure where the owner has no such token */
  remove(id: string, owner: Person): Promise<void>;
  /** Who asks with a token; null where it does not count, or not any more. */
  personOf(token: string): Promise<Person | null>;
}

export interface TokensOptions {
  store: Store;
  audit: Audit;
  roles: readonly Role[];
  districts: readonly string[];
}

const told = (token: Selectable<StoreTables['token']>): Token => ({
  id: token.id,
  name: token.name,
  districts: token.districts,
  texts: token.texts,
  created: token.created.toISOString(),
  expires: token.expires.toISOString(),
  last_used: token.last_used?.toISOString() ?? null,
});

/** Districts a person sees: all of the city, where no clause says otherwise. */
function districtsOf({ scope }: Person, all: readonly string[]): readonly string[] {
  const own = scope?.clauses.find(({ dimension, exclude }) => dimension === 'district' && !exclude);
  return own ? own.values : all;
}

export function createTokens({ store, audit, roles, districts }: TokensOptions): Tokens {
  const { database } = store;
  const ofOwner = (owner: Person) =>
    database
      .selectFrom('token')
      .innerJoin('account', 'account.id', 'token.account')
      .selectAll('token')
      .where('account.login', '=', owner.name);

  function check(asked: TokenToMake, owner: Person): void {
    const known = districtsOf(owner, districts);
    for (const district of asked.districts)
      if (!known.includes(district))
        throw new InvalidQuestion(
          'districts',
          district,
          suggestion(district, known),
          nearest(district, known),
        );
    if (asked.texts && !owner.scope?.texts)
      throw new InvalidQuestion('texts', 'true', 'your role sees no texts, so neither does a token of yours');
  }

  /** Written down once a day; when it was used last is kept by the minute. */
  async function noteUse(token: Selectable<StoreTables['token']>, owner: string): Promise<void> {
    const now = new Date();
    if (token.last_used && now.getTime() - token.last_used.getTime() < 60_000) return;
    const isFirstOfDay = token.last_used?.toISOString().slice(0, 10) !== now.toISOString().slice(0, 10);
    const { numUpdatedRows } = await database
      .updateTable('token')
      .set({ last_used: now })
      .where('id', '=', token.id)
      .where('last_used', token.last_used ? '=' : 'is', token.last_used)
      .executeTakeFirst();
    if (isFirstOfDay && Number(numUpdatedRows) === 1)
      await audit.record({
        who: owner,
        event: 'token-used',
        subject: token.name,
        detail: { token: token.id },
      });
  }

  return {
    list: async (owner) => (await ofOwner(owner).orderBy('token.created', 'desc').execute()).map(told),
    async make(asked, owner) {
      check(asked, owner);
      const account = await database
        .selectFrom('account')
        .select('id')
        .where('login', '=', owner.name)
        .executeTakeFirst();
      if (!account) throw conflict('Tokens belong to accounts: sign in with one.');
      const others = await ofOwner(owner).execute();
      if (others.length >= mostOfOne)
        throw conflict(`There are ${mostOfOne} tokens of yours: remove one first.`);
      const secret = `${prefix}${newSecret()}`;
      const { name, days, texts } = asked;
      const made = await database
        .insertInto('token')
        .values({
          id: randomUUID(),
          hash: hashOfSecret(secret),
          account: account.id,
          name,
          districts: asked.districts,
          texts,
          expires: new Date(Date.now() + days * aDay),
          last_used: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const detail = { token: made.id, days, districts: asked.districts, texts };
      await audit.record({ who: owner.name, event: 'token-made', subject: name, detail });
      return { ...told(made), token: secret };
    },
    async remove(id, owner) {
      const found = await ofOwner(owner).where('token.id', '=', id).executeTakeFirst();
      if (!found) throw nothingCalled('There is no token of yours with this id.');
      await database.deleteFrom('token').where('id', '=', id).execute();
      await audit.record({
        who: owner.name,
        event: 'token-removed',
        subject: found.name,
        detail: { token: id },
      });
    },
    async personOf(secret) {
      if (!form.test(secret)) return null;
      const token = await database
        .selectFrom('token')
        .selectAll()
        .where('hash', '=', hashOfSecret(secret))
        .where('expires', '>', new Date())
        .executeTakeFirst();
      if (!token) return null;
      const account = await database
        .selectFrom('account')
        .selectAll()
        .where('id', '=', token.account)
        .where('disabled', '=', false)
        .executeTakeFirst();
      if (!account) return null;
      const owner = personOfAccount(account, roles, 'token');
      if (!owner.may.has('token')) return null;
      await noteUse(token, owner.name);
      const { scope } = owner;
      return {
        ...owner,
        scope: scope && narrowerScope(scope, scopeOfToken(scope, token)),
        may: new Set([...owner.may].filter((permission) => mayOfToken.has(permission))),
      };
    },
  };
}
