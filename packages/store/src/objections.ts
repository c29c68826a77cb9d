import type {
  CorrectedAnswer,
  ObjectionEffect,
  ObjectionReason,
  ObjectionState,
  RankedDimension,
} from '@hotline-atlas/model';
import type { Generated, Selectable, Transaction } from 'kysely';
import { type KeptMonth, lockMonth, type MonthOfCity, touchMonth } from './evaluation-months.ts';
import { ChangedMeanwhile, NotKept, NotNow, NotOwned, newId, OwnMatter } from './kept.ts';
import type { Store, StoreTables } from './store.ts';

/** Tables of objections. */
export interface ObjectionTables {
  objection: ObjectionTable;
  objection_revision: ObjectionRevisionTable;
}

interface Decision {
  effect: ObjectionEffect | null;
  resolved: CorrectedAnswer | null;
  satisfied: CorrectedAnswer | null;
  decision_reason: string | null;
}

interface ObjectionTable extends Decision {
  id: string;
  city: string;
  month: string;
  group_name: string;
  dimension: RankedDimension;
  unit: string;
  order_number: string;
  reason: ObjectionReason;
  text: string;
  who: string;
  state: ObjectionState;
  decided_by: string | null;
  decided: Date | null;
  revision: number;
  created: Generated<Date>;
  updated: Generated<Date>;
}

interface ObjectionRevisionTable extends Decision {
  objection: string;
  revision: number;
  at: Generated<Date>;
  who: string;
  state: ObjectionState;
}

/** An objection as it is now. */
export type KeptObjection = Selectable<ObjectionTable>;

/** A state an objection had. */
export type ObjectionRevision = Selectable<ObjectionRevisionTable>;

/** An objection somebody makes. */
export type ObjectionToMake = MonthOfCity &
  Pick<KeptObjection, 'group_name' | 'dimension' | 'unit' | 'order_number' | 'reason' | 'text' | 'who'>;

const undecided = { effect: null, resolved: null, satisfied: null, decision_reason: null };

/** All objections of a city's months; of one month the newest first, and at the most so many. */
export const listObjections = (
  database: Pick<Store['database'], 'selectFrom'>,
  { city, month, most }: { city: string; month?: string; most?: number },
): Promise<KeptObjection[]> => {
  const all = database.selectFrom('objection').selectAll().where('city', '=', city);
  const own = month === undefined ? all : all.where('month', '=', month);
  const ordered = own.orderBy('created', 'desc').orderBy('id');
  return (most === undefined ? ordered : ordered.limit(most)).execute();
};

/** An objection of a city. @throws NotKept */
export async function readObjection({ database }: Store, city: string, id: string): Promise<KeptObjection> {
  const found = await database
    .selectFrom('objection')
    .selectAll()
    .where('id', '=', id)
    .where('city', '=', city)
    .executeTakeFirst();
  if (!found) throw new NotKept();
  return found;
}

/** The states an objection had, newest first. */
export const objectionRevisions = ({ database }: Store, id: string): Promise<ObjectionRevision[]> =>
  database
    .selectFrom('objection_revision')
    .selectAll()
    .where('objection', '=', id)
    .orderBy('revision', 'desc')
    .execute();

async function record(transaction: Transaction<StoreTables>, kept: KeptObjection, who: string) {
  const { id, revision, state, effect, resolved, satisfied, decision_reason } = kept;
  await transaction
    .insertInto('objection_revision')
    .values({ objection: id, revision, who, state, effect, resolved, satisfied, decision_reason })
    .execute();
}

/** @throws NotNow where no objections are taken on a day */
function checkTaken({ state, objections_until, month }: KeptMonth, today: string): void {
  if (state === 'draft')
    throw new NotNow(`${month} is a draft: objections are taken once an evaluator has opened it.`);
  if (state === 'final')
    throw new NotNow(`${month} is final: an evaluator has to take a step back first, with a reason.`);
  if (objections_until !== null && today > objections_until)
    throw new NotNow(
      `Objections to ${month} were taken until ${objections_until}: an evaluator can move the day.`,
    );
}

const ofOrder = (transaction: Transaction<StoreTables>, asked: MonthOfCity & { order_number: string }) =>
  transaction
    .selectFrom('objection')
    .selectAll()
    .where('city', '=', asked.city)
    .where('month', '=', asked.month)
    .where('order_number', '=', asked.order_number)
    .execute();

const isLive = ({ state }: KeptObjection): boolean => state === 'open' || state === 'upheld';

/** Whether an objection is the same, made once more. */
const isSame = (one: KeptObjection, other: ObjectionToMake): boolean =>
  one.state !== 'withdrawn' &&
  (['who', 'group_name', 'unit', 'reason', 'text'] as const).every((key) => one[key] === other[key]);

/**
 * Objects to an order. The same objection once more gives the one there is.
 * @throws NotNow where no objections are taken, or the order has one
 */
export const makeObjection = (
  { database }: Store,
  asked: ObjectionToMake,
  today: string,
): Promise<KeptObjection> =>
  database.transaction().execute(async (transaction) => {
    const month = await lockMonth(transaction, asked);
    const others = await ofOrder(transaction, asked);
    const same = others.find((other) => isSame(other, asked));
    if (same) return same;
    checkTaken(month, today);
    const live = others.find(isLive);
    if (live)
      throw new NotNow(
        `There is an objection to this order already, which is ${live.state}: an order has one at a time.`,
      );
    const made = await transaction
      .insertInto('objection')
      .values({
        ...asked,
        ...undecided,
        ...{ id: newId(), state: 'open', decided_by: null, decided: null, revision: 1 },
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, made, asked.who);
    await touchMonth(transaction, month);
    return made;
  });

interface Changing extends Pick<KeptObjection, 'id' | 'city' | 'month'> {
  who: string;
  revision: number;
}

/** Gives an objection its next state, as long as its month is not final. */
const revise = (
  { database }: Store,
  { id, city, month, who, revision }: Changing,
  next: (now: KeptObjection, transaction: Transaction<StoreTables>) => Promise<Partial<KeptObjection>>,
): Promise<KeptObjection> =>
  database.transaction().execute(async (transaction) => {
    const locked = await lockMonth(transaction, { city, month });
    if (locked.state === 'final')
      throw new NotNow(`${month} is final: an evaluator has to take a step back first, with a reason.`);
    const now = await transaction
      .selectFrom('objection')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (now.revision !== revision) throw new ChangedMeanwhile(now.revision);
    const changed = await transaction
      .updateTable('objection')
      .set({ ...(await next(now, transaction)), revision: revision + 1, updated: new Date() })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(transaction, changed, who);
    await touchMonth(transaction, locked);
    return changed;
  });

/** A decision; without an effect the objection is rejected. */
export interface ObjectionDecisionToTake extends Changing {
  decision: Omit<Decision, 'decision_reason'> & { decision_reason: string };
  /** Whether whoever objected may decide: where nobody is known, it cannot be told. */
  ownAllowed: boolean;
}

/**
 * Decides on an objection, also anew.
 * @throws ChangedMeanwhile, NotNow, OwnMatter
 */
export const decideObjection = (store: Store, asked: ObjectionDecisionToTake): Promise<KeptObjection> =>
  revise(store, asked, async (now, transaction) => {
    const { who, decision, ownAllowed } = asked;
    if (now.who === who && !ownAllowed) throw new OwnMatter('Whoever objects does not decide on it.');
    if (now.state === 'withdrawn')
      throw new NotNow('The objection was withdrawn: there is nothing to decide.');
    const others = await ofOrder(transaction, now);
    if (decision.effect !== null && others.some((other) => other.id !== now.id && isLive(other)))
      throw new NotNow('Another objection to this order is open or upheld: decide on that one first.');
    const state = decision.effect === null ? 'rejected' : 'upheld';
    return { ...decision, state, decided_by: who, decided: new Date() };
  });

/**
 * Takes an objection of one's own back, as long as it is open.
 * @throws ChangedMeanwhile, NotNow, NotOwned
 */
export const withdrawObjection = (store: Store, asked: Changing): Promise<KeptObjection> =>
  revise(store, asked, async (now) => {
    if (now.who !== asked.who) throw new NotOwned(now.who);
    if (now.state !== 'open') throw new NotNow(`The objection is ${now.state}: it cannot be withdrawn.`);
    return { state: 'withdrawn' };
  });
