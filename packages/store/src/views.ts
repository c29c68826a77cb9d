import type { Scope } from '@hotline-atlas/model';
import type {
  ColumnType,
  Expression,
  ExpressionBuilder,
  Generated,
  Selectable,
  SqlBool,
  Transaction,
} from 'kysely';
import { type Change, checkChange, mostRevisions, NotKept, newId, TooMany } from './kept.ts';
import type { Store, StoreTables } from './store.ts';

/** Tables of saved views. */
export interface ViewTables {
  view: ViewTable;
  view_revision: ViewRevisionTable;
}

/** With whom a view is shared: nobody, those of its owner's role, everyone. */
type Audience = 'me' | 'role' | 'everyone';

/** What of a view can be changed. */
export interface ViewContent {
  name: string;
  /** Path and query of the dashboard. */
  address: string;
  /** The version of the data it is pinned to; null: live. */
  version: number | null;
  audience: Audience;
}

interface ViewTable extends ViewContent {
  id: string;
  owner: string;
  role: string;
  scope: ColumnType<Scope | null, string | null, string | null>;
  revision: number;
  removed: Generated<boolean>;
  created: Generated<Date>;
  updated: Generated<Date>;
}

interface ViewRevisionTable extends ViewContent {
  view: string;
  revision: number;
  at: Generated<Date>;
  who: string;
  change: Change;
}

/** A view as it is now. */
export type KeptView = Selectable<ViewTable>;

/** A state a view had. */
type ViewRevision = Selectable<ViewRevisionTable>;

/** Who asks for views. */
export interface Viewer {
  name: string;
  role: string;
  /** Null where they see no appeals. */
  scope: Scope | null;
}

type Database = Store['database'];

/** As many views may one have, those removed not counted. */
const mostViews = 500;

const isSeenBy =
  ({ name, role }: Viewer) =>
  (where: ExpressionBuilder<StoreTables, 'view'>): Expression<SqlBool> =>
    where.and([
      where('removed', '=', false),
      where.or([
        where('owner', '=', name),
        where('audience', '=', 'everyone'),
        where.and([where('audience', '=', 'role'), where('role', '=', role)]),
      ]),
    ]);

/** The views somebody sees: their own and those shared with them; newest first. */
export const listViews = ({ database }: Store, viewer: Viewer): Promise<KeptView[]> =>
  database
    .selectFrom('view')
    .selectAll()
    .where(isSeenBy(viewer))
    .orderBy('updated', 'desc')
    .orderBy('id')
    .limit(5000)
    .execute();

/** @throws NotKept where there is none that somebody sees */
export async function readView({ database }: Store, viewer: Viewer, id: string): Promise<KeptView> {
  const view = await database
    .selectFrom('view')
    .selectAll()
    .where('id', '=', id)
    .where(isSeenBy(viewer))
    .executeTakeFirst();
  if (!view) throw new NotKept();
  return view;
}

const contentOf = ({ name, address, version, audience }: ViewContent): ViewContent => ({
  name,
  address,
  version,
  audience,
});

/** Writes down the state of a view, and forgets the oldest of very many. */
async function record(
  transaction: Transaction<StoreTables>,
  view: KeptView,
  who: string,
  change: Change,
): Promise<void> {
  const { id, revision } = view;
  await transaction
    .insertInto('view_revision')
    .values({ view: id, revision, who, change, ...contentOf(view) })
    .execute();
  await transaction
    .deleteFrom('view_revision')
    .where('view', '=', id)
    .where('revision', '<=', revision - mostRevisions)
    .execute();
}

/** @throws TooMany */
export const createView = ({ database }: Store, owner: Viewer, content: ViewContent): Promise<KeptView> =>
  database.transaction().execute(async (transaction) => {
    const { count } = await transaction
      .selectFrom('view')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('owner', '=', owner.name)
      .where('removed', '=', false)
      .executeTakeFirstOrThrow();
    if (count >= mostViews) throw new TooMany(mostViews);
    const view = await transaction
      .insertInto('view')
      .values({ id: newId(), ...authorOf(owner), ...contentOf(content), revision: 1 })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, view, owner.name, 'created');
    return view;
  });

const authorOf = ({ name, role, scope }: Viewer) => ({
  owner: name,
  role,
  scope: scope && JSON.stringify(scope),
});

interface Revising {
  id: string;
  /** The revision that is changed; undefined: whatever it is. */
  revision?: number;
  change: Change;
}

/** Gives a view its next state. */
const revise = (
  database: Database,
  viewer: Viewer,
  { id, revision, change }: Revising,
  next: (now: KeptView, transaction: Transaction<StoreTables>) => Promise<ViewContent>,
): Promise<KeptView> =>
  database.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('view')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    const sees = found?.audience === 'everyone' || (found?.audience === 'role' && found.role === viewer.role);
    const now = checkChange(found, { name: viewer.name, sees }, revision);
    if (now.removed && change !== 'restored') throw new NotKept();
    const view = await transaction
      .updateTable('view')
      .set({
        ...contentOf(await next(now, transaction)),
        ...authorOf(viewer),
        revision: now.revision + 1,
        removed: change === 'removed',
        updated: new Date(),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, view, viewer.name, change);
    return view;
  });

/**
 * @param revision the one that is changed
 * @throws NotKept, NotOwned, ChangedMeanwhile
 */
export const changeView = (
  { database }: Store,
  viewer: Viewer,
  id: string,
  { revision, ...content }: ViewContent & { revision: number },
): Promise<KeptView> => revise(database, viewer, { id, revision, change: 'changed' }, async () => content);

/**
 * Takes a view away; its history stays, so that it can be restored.
 * @throws NotKept, NotOwned
 */
export const removeView = ({ database }: Store, viewer: Viewer, id: string): Promise<KeptView> =>
  revise(database, viewer, { id, change: 'removed' }, async (now) => now);

/**
 * Makes an earlier state the newest one.
 * @param allowed called with that state before it counts; throws where it is not to be
 * @throws NotKept, NotOwned
 */
export const restoreView = (
  { database }: Store,
  viewer: Viewer,
  { id, revision }: { id: string; revision: number },
  allowed: (content: ViewContent) => void,
): Promise<KeptView> =>
  revise(database, viewer, { id, change: 'restored' }, async (_now, transaction) => {
    const content = await transaction
      .selectFrom('view_revision')
      .selectAll()
      .where('view', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (!content) throw new NotKept();
    allowed(content);
    return content;
  });

/**
 * The states of somebody's view, newest first; also of one that was removed.
 * @throws NotKept, NotOwned
 */
export async function viewHistory({ database }: Store, viewer: Viewer, id: string): Promise<ViewRevision[]> {
  const found = await database.selectFrom('view').selectAll().where('id', '=', id).executeTakeFirst();
  const sees = found?.audience === 'everyone' || (found?.audience === 'role' && found.role === viewer.role);
  checkChange(found, { name: viewer.name, sees });
  return database
    .selectFrom('view_revision')
    .selectAll()
    .where('view', '=', id)
    .orderBy('revision', 'desc')
    .execute();
}
