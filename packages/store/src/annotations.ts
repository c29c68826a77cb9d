import type { ColumnType, Generated, Selectable, Transaction } from 'kysely';
import { type Change, checkChange, mostRevisions, NotKept, newId, TooMany } from './kept.ts';
import type { Store, StoreTables } from './store.ts';

/** Tables of notes on days. */
export interface AnnotationTables {
  annotation: AnnotationTable;
  annotation_revision: AnnotationRevisionTable;
}

/** An array of texts, stored as JSON. */
type Texts = ColumnType<string[], string, string>;

interface AnnotationTable {
  id: string;
  author: string;
  first_day: string;
  end_day: string;
  place: Texts;
  text: string;
  revision: number;
  removed: Generated<boolean>;
  created: Generated<Date>;
  updated: Generated<Date>;
}

interface AnnotationRevisionTable {
  annotation: string;
  revision: number;
  at: Generated<Date>;
  who: string;
  change: Change;
  first_day: string;
  end_day: string;
  place: Texts;
  text: string;
}

/** A note as it is now. */
export type KeptAnnotation = Selectable<AnnotationTable>;

/** A state a note had. */
type AnnotationRevision = Selectable<AnnotationRevisionTable>;

/** What of a note can be changed. */
export interface AnnotationContent {
  first_day: string;
  /** The day after the last. */
  end_day: string;
  /** Clauses of the place it concerns, as in `where`; none: the city. */
  place: string[];
  text: string;
}

/** As many notes may one have, those removed not counted. */
const mostAnnotations = 2000;

/** Days of which notes are wanted: half-open; without bounds all. */
export interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

/** All notes on days, in their order: of the newest 10,000. */
export const listAnnotations = ({ database }: Store, { from, to }: Days): Promise<KeptAnnotation[]> =>
  database
    .selectFrom((source) => {
      const wanted = source.selectFrom('annotation').selectAll().where('removed', '=', false);
      const begun = to === undefined ? wanted : wanted.where('first_day', '<', to);
      const during = from === undefined ? begun : begun.where('end_day', '>', from);
      return during.orderBy('first_day', 'desc').orderBy('id').limit(10_000).as('newest');
    })
    .selectAll()
    .orderBy('first_day')
    .orderBy('id')
    .execute();

const contentOf = ({ first_day, end_day, place, text }: AnnotationContent) => ({
  first_day,
  end_day,
  place: JSON.stringify(place),
  text,
});

/** Writes down the state of a note, and forgets the oldest of very many. */
async function record(
  transaction: Transaction<StoreTables>,
  note: KeptAnnotation,
  who: string,
  change: Change,
): Promise<void> {
  const { id, revision } = note;
  await transaction
    .insertInto('annotation_revision')
    .values({ annotation: id, revision, who, change, ...contentOf(note) })
    .execute();
  await transaction
    .deleteFrom('annotation_revision')
    .where('annotation', '=', id)
    .where('revision', '<=', revision - mostRevisions)
    .execute();
}

/** @throws TooMany */
export const createAnnotation = (
  { database }: Store,
  author: string,
  content: AnnotationContent,
): Promise<KeptAnnotation> =>
  database.transaction().execute(async (transaction) => {
    const { count } = await transaction
      .selectFrom('annotation')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('author', '=', author)
      .where('removed', '=', false)
      .executeTakeFirstOrThrow();
    if (count >= mostAnnotations) throw new TooMany(mostAnnotations);
    const note = await transaction
      .insertInto('annotation')
      .values({ id: newId(), author, ...contentOf(content), revision: 1 })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, note, author, 'created');
    return note;
  });

/** Who wants to change a note. */
export interface Editor {
  name: string;
  /** Whether they see a note of that place by that author. */
  sees: (place: readonly string[], author: string) => boolean;
}

const read = (database: Store['database'], id: string) =>
  database.selectFrom('annotation').selectAll().where('id', '=', id);

/** @throws NotKept, NotOwned, ChangedMeanwhile */
function check(found: KeptAnnotation | undefined, { name, sees }: Editor, revision?: number): KeptAnnotation {
  const owned = found && { ...found, owner: found.author };
  return checkChange(owned, { name, sees: found !== undefined && sees(found.place, found.author) }, revision);
}

interface Revising {
  id: string;
  /** The revision that is changed; undefined: whatever it is. */
  revision?: number;
  change: Change;
}

/** Gives a note its next state. */
const revise = (
  { database }: Store,
  editor: Editor,
  { id, revision, change }: Revising,
  next: (now: KeptAnnotation, transaction: Transaction<StoreTables>) => Promise<AnnotationContent>,
): Promise<KeptAnnotation> =>
  database.transaction().execute(async (transaction) => {
    const now = check(await read(transaction, id).forUpdate().executeTakeFirst(), editor, revision);
    if (now.removed && change !== 'restored') throw new NotKept();
    const note = await transaction
      .updateTable('annotation')
      .set({
        ...contentOf(await next(now, transaction)),
        revision: now.revision + 1,
        removed: change === 'removed',
        updated: new Date(),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, note, editor.name, change);
    return note;
  });

/**
 * @param revision the one that is changed
 * @throws NotKept, NotOwned, ChangedMeanwhile
 */
export const changeAnnotation = (
  store: Store,
  editor: Editor,
  id: string,
  { revision, ...content }: AnnotationContent & { revision: number },
): Promise<KeptAnnotation> => revise(store, editor, { id, revision, change: 'changed' }, async () => content);

/**
 * Takes a note away; its history stays, so that it can be restored.
 * @throws NotKept, NotOwned
 */
export const removeAnnotation = (store: Store, editor: Editor, id: string): Promise<KeptAnnotation> =>
  revise(store, editor, { id, change: 'removed' }, async (now) => now);

/**
 * Makes an earlier state the newest one, unless it is of a place its author no longer sees.
 * @throws NotKept, NotOwned
 */
export const restoreAnnotation = (
  store: Store,
  editor: Editor,
  { id, revision }: { id: string; revision: number },
): Promise<KeptAnnotation> =>
  revise(store, editor, { id, change: 'restored' }, async (_now, transaction) => {
    const content = await transaction
      .selectFrom('annotation_revision')
      .selectAll()
      .where('annotation', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (!content || !editor.sees(content.place, editor.name)) throw new NotKept();
    return content;
  });

/**
 * The states of somebody's note, newest first; also of one that was removed.
 * @throws NotKept, NotOwned
 */
export async function annotationHistory(
  { database }: Store,
  editor: Editor,
  id: string,
): Promise<AnnotationRevision[]> {
  check(await read(database, id).executeTakeFirst(), editor);
  return database
    .selectFrom('annotation_revision')
    .selectAll()
    .where('annotation', '=', id)
    .orderBy('revision', 'desc')
    .execute();
}
