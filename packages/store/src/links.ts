import { createHash } from 'node:crypto';
import type { Generated } from 'kysely';
import { newId, TooMany } from './kept.ts';
import type { Store } from './store.ts';

/** Tables of permalinks. */
export interface LinkTables {
  link: { id: string; owner: string; address: string; digest: string; created: Generated<Date> };
}

/** A short address for a long one. */
export interface KeptLink {
  id: string;
  address: string;
}

/** As many may one make: they are kept for ever. */
const mostLinks = 20_000;

const digestOf = (address: string): string => createHash('sha256').update(address).digest('hex');

const findLink = ({ database }: Store, owner: string, address: string): Promise<KeptLink | undefined> =>
  database
    .selectFrom('link')
    .select(['id', 'address'])
    .where('owner', '=', owner)
    .where('digest', '=', digestOf(address))
    .executeTakeFirst();

async function countLinks({ database }: Store, owner: string): Promise<number> {
  const { count } = await database
    .selectFrom('link')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * The permalink of an address; somebody who asks again for the same address gets the same.
 * @throws TooMany
 */
export async function makeLink(store: Store, owner: string, address: string): Promise<KeptLink> {
  const known = await findLink(store, owner, address);
  if (known) return known;
  if ((await countLinks(store, owner)) >= mostLinks) throw new TooMany(mostLinks);
  return store.database
    .insertInto('link')
    .values({ id: newId(), owner, address, digest: digestOf(address) })
    .onConflict((conflict) =>
      conflict.columns(['owner', 'digest']).doUpdateSet({ digest: digestOf(address) }),
    )
    .returning(['id', 'address'])
    .executeTakeFirstOrThrow();
}

/** The link of an identifier; null where there is none. */
export async function readLink({ database }: Store, id: string): Promise<KeptLink | null> {
  const found = await database
    .selectFrom('link')
    .select(['id', 'address'])
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}
