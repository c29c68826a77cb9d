import type { Generated } from 'kysely';
import { TooMany } from './kept.ts';
import type { Store } from './store.ts';

/** Tables of what people want at hand. */
export interface FavouriteTables {
  favourite: { owner: string; kind: string; code: string; added: Generated<Date> };
}

/** Something somebody wants at hand. */
export interface Favourite {
  kind: string;
  code: string;
}

const mostFavourites = 500;

/** What somebody wants at hand, in the order it was added. */
export const listFavourites = ({ database }: Store, owner: string): Promise<Favourite[]> =>
  database
    .selectFrom('favourite')
    .select(['kind', 'code'])
    .where('owner', '=', owner)
    .orderBy('added')
    .orderBy('kind')
    .orderBy('code')
    .execute();

/**
 * Adds something to what somebody wants at hand; what is there already stays as it is.
 * @throws TooMany
 */
export async function addFavourite(store: Store, owner: string, favourite: Favourite): Promise<void> {
  const { count } = await store.database
    .selectFrom('favourite')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  if (count >= mostFavourites) throw new TooMany(mostFavourites);
  await store.database
    .insertInto('favourite')
    .values({ owner, ...favourite })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes something away; what is not there is no error. */
export async function removeFavourite(
  { database }: Store,
  owner: string,
  { kind, code }: Favourite,
): Promise<void> {
  await database
    .deleteFrom('favourite')
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('code', '=', code)
    .execute();
}
