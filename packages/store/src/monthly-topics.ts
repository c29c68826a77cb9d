import { createHash } from 'node:crypto';
import type { MonthlyTopicContent } from '@hotline-atlas/model';
import type { ColumnType, Generated, Selectable, Transaction } from 'kysely';
import { ChangedMeanwhile, mostRevisions, NotKept, newId, TooMany } from './kept.ts';
import { checkStep } from './monthly-topic-steps.ts';
import type { Store, StoreTables } from './store.ts';

/** Tables of topics of the month. */
export interface MonthlyTopicTables {
  monthly_topic: MonthlyTopicTable;
  monthly_topic_revision: MonthlyTopicRevisionTable;
  monthly_topic_frozen: FrozenTable;
}

/** Stored as JSON. */
type Content = ColumnType<MonthlyTopicContent, string, string>;

interface MonthlyTopicTable {
  id: string;
  month: string;
  state: MonthlyTopicContent['state'];
  content: Content;
  revision: number;
  removed: Generated<boolean>;
  created: Generated<Date>;
  created_by: string;
  updated: Generated<Date>;
  updated_by: string;
}

type MonthlyTopicDeed = 'created' | 'changed' | 'frozen' | 'removed';

interface MonthlyTopicRevisionTable {
  monthly_topic: string;
  revision: number;
  at: Generated<Date>;
  who: string;
  change: MonthlyTopicDeed;
  content: Content;
}

interface FrozenTable {
  monthly_topic: string;
  at: Date;
  who: string;
  version: number;
  candidates: string;
  hash: string;
  district: string | null;
}

/** A topic of the month as it is now. */
export type KeptMonthlyTopic = Selectable<MonthlyTopicTable>;
type MonthlyTopicRevision = Selectable<MonthlyTopicRevisionTable>;

/** What was frozen of a topic, without the figures. */
export type FrozenHead = Omit<Selectable<FrozenTable>, 'candidates'>;

/** The candidates to be kept when a topic is frozen. */
export interface CandidatesToFreeze {
  /** The answer as text. */
  candidates: string;
  /** Version of the data. */
  version: number;
  /** The district they are of; null: all that whoever freezes it sees. */
  district: string | null;
}

/** As many topics of the month may there be, those removed not counted. */
const mostTopics = 5000;

const frozenColumns = ['monthly_topic', 'at', 'who', 'version', 'hash', 'district'] as const;

/** The SHA-256 of a text, in hexadecimal. */
export const hashOfFrozen = (text: string): string => createHash('sha256').update(text).digest('hex');

/** All topics of the month, the newest month first, with what was frozen of them. */
export async function listMonthlyTopics({ database }: Store): Promise<{
  topics: KeptMonthlyTopic[];
  frozen: Map<string, FrozenHead>;
}> {
  const topics = await database
    .selectFrom('monthly_topic')
    .selectAll()
    .where('removed', '=', false)
    .orderBy('month', 'desc')
    .orderBy('created')
    .orderBy('id')
    .execute();
  const frozen = await database.selectFrom('monthly_topic_frozen').select(frozenColumns).execute();
  return { topics, frozen: new Map(frozen.map((each) => [each.monthly_topic, each])) };
}

/** @throws NotKept */
export async function readMonthlyTopic(
  { database }: Store,
  id: string,
): Promise<{ topic: KeptMonthlyTopic; frozen: Selectable<FrozenTable> | null }> {
  const topic = await database
    .selectFrom('monthly_topic')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst();
  if (!topic) throw new NotKept();
  const frozen = await database
    .selectFrom('monthly_topic_frozen')
    .selectAll()
    .where('monthly_topic', '=', id)
    .executeTakeFirst();
  return { topic, frozen: frozen ?? null };
}

const columnsOf = (content: MonthlyTopicContent) => ({
  month: content.month,
  state: content.state,
  content: JSON.stringify(content),
});

/** Writes down the state of a topic, and forgets the oldest of very many. */
async function record(
  transaction: Transaction<StoreTables>,
  { id, revision, content }: KeptMonthlyTopic,
  who: string,
  change: MonthlyTopicDeed,
): Promise<void> {
  await transaction
    .insertInto('monthly_topic_revision')
    .values({ monthly_topic: id, revision, who, change, content: JSON.stringify(content) })
    .execute();
  await transaction
    .deleteFrom('monthly_topic_revision')
    .where('monthly_topic', '=', id)
    .where('revision', '<=', revision - mostRevisions)
    .execute();
}

/** @throws TooMany where no further topic may be kept */
async function checkRoom(transaction: Transaction<StoreTables>): Promise<void> {
  const { count } = await transaction
    .selectFrom('monthly_topic')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('removed', '=', false)
    .executeTakeFirstOrThrow();
  if (count >= mostTopics) throw new TooMany(mostTopics);
}

/** @throws TooMany, NotNow where it would begin further than picked */
export const createMonthlyTopic = (
  { database }: Store,
  who: string,
  content: MonthlyTopicContent,
): Promise<KeptMonthlyTopic> =>
  database.transaction().execute(async (transaction) => {
    checkStep(null, content);
    await checkRoom(transaction);
    const topic = await transaction
      .insertInto('monthly_topic')
      .values({ id: newId(), ...columnsOf(content), revision: 1, created_by: who, updated_by: who })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, topic, who, 'created');
    return topic;
  });

/** The topic that is to be changed, held until the transaction ends. */
async function toChange(
  transaction: Transaction<StoreTables>,
  id: string,
  revision: number | null,
): Promise<KeptMonthlyTopic> {
  const now = await transaction
    .selectFrom('monthly_topic')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (!now) throw new NotKept();
  if (revision !== null && revision !== now.revision) throw new ChangedMeanwhile(now.revision);
  return now;
}

/**
 * Gives a topic its next state; with candidates, freezes them beside it.
 * @throws NotKept, ChangedMeanwhile, NotNow
 */
export const changeMonthlyTopic = (
  { database }: Store,
  who: string,
  id: string,
  { revision, ...content }: MonthlyTopicContent & { revision: number },
  toFreeze: CandidatesToFreeze | null,
): Promise<KeptMonthlyTopic> =>
  database.transaction().execute(async (transaction) => {
    const now = await toChange(transaction, id, revision);
    checkStep(now.content, content);
    const topic = await transaction
      .updateTable('monthly_topic')
      .set({ ...columnsOf(content), revision: revision + 1, updated: new Date(), updated_by: who })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (toFreeze)
      await transaction
        .insertInto('monthly_topic_frozen')
        .values({
          ...{ monthly_topic: id, at: new Date(), who },
          ...toFreeze,
          hash: hashOfFrozen(toFreeze.candidates),
        })
        .execute();
    await record(transaction, topic, who, toFreeze ? 'frozen' : 'changed');
    return topic;
  });

/**
 * Takes a topic away that is not frozen yet; its history stays.
 * @throws NotKept, NotNow
 */
export const removeMonthlyTopic = ({ database }: Store, who: string, id: string): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const now = await toChange(transaction, id, null);
    checkStep(now.content, null);
    const topic = await transaction
      .updateTable('monthly_topic')
      .set({ removed: true, revision: now.revision + 1, updated: new Date(), updated_by: who })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, topic, who, 'removed');
  });

/**
 * Puts a topic back that was taken away, as it was.
 * @param sees whether whoever asks sees a topic of such content
 * @throws NotKept where none was taken away, TooMany
 */
export const restoreMonthlyTopic = (
  { database }: Store,
  who: string,
  id: string,
  sees: (content: MonthlyTopicContent) => boolean,
): Promise<KeptMonthlyTopic> =>
  database.transaction().execute(async (transaction) => {
    const now = await transaction
      .selectFrom('monthly_topic')
      .selectAll()
      .where('id', '=', id)
      .where('removed', '=', true)
      .forUpdate()
      .executeTakeFirst();
    if (!now || !sees(now.content)) throw new NotKept();
    await checkRoom(transaction);
    const topic = await transaction
      .updateTable('monthly_topic')
      .set({ removed: false, revision: now.revision + 1, updated: new Date(), updated_by: who })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, topic, who, 'changed');
    return topic;
  });

/** The states of a topic, newest first. */
export const monthlyTopicHistory = ({ database }: Store, id: string): Promise<MonthlyTopicRevision[]> =>
  database
    .selectFrom('monthly_topic_revision')
    .selectAll()
    .where('monthly_topic', '=', id)
    .orderBy('revision', 'desc')
    .execute();
