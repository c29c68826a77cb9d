import type { EvaluationMonthState, EvaluationStep } from '@hotline-atlas/model';
import type { ColumnType, Generated, Selectable, Transaction } from 'kysely';
import { ChangedMeanwhile, NotNow } from './kept.ts';
import type { Store, StoreTables } from './store.ts';

/** Tables of the life of evaluation months. */
export interface EvaluationMonthTables {
  evaluation_month: MonthTable;
  evaluation_month_step: StepTable;
  evaluation_frozen: FrozenTable;
}

interface MonthTable {
  city: string;
  month: string;
  state: EvaluationMonthState;
  objections_until: string | null;
  reopened: Generated<number>;
  revision: number;
  updated: Generated<Date>;
}

interface StepTable {
  city: string;
  month: string;
  revision: number;
  at: Generated<Date>;
  who: string;
  step: EvaluationStep;
  state: EvaluationMonthState;
  objections_until: string | null;
  reason: string | null;
  provisional: Generated<boolean>;
  early: Generated<boolean>;
  scheme: string | null;
  data_version: number | null;
  newest_appeal: string | null;
  program_version: string | null;
  program_build: string | null;
  hash: string | null;
}

interface FrozenTable {
  city: string;
  month: string;
  revision: number;
  group_name: string;
  hash: string;
  body: ColumnType<Buffer, Buffer, never>;
}

/** Where a month is in its life. */
export type KeptMonth = Selectable<MonthTable>;

/** A step a month took. */
export type KeptStep = Selectable<StepTable>;

/** A month of a city. */
export interface MonthOfCity {
  city: string;
  month: string;
}

/** The months of a city that somebody has opened. */
export const listMonths = (database: Transaction<StoreTables>, city: string): Promise<KeptMonth[]> =>
  database
    .selectFrom('evaluation_month')
    .selectAll()
    .where('city', '=', city)
    .where('revision', '>', 0)
    .execute();

/** The revision of all months of a city together: it grows with every step, objection and decision. */
export async function revisionOfMonths({ database }: Store, city: string): Promise<number> {
  const { revision } = await database
    .selectFrom('evaluation_month')
    .select(({ fn }) => fn.sum<string | null>('revision').as('revision'))
    .where('city', '=', city)
    .executeTakeFirstOrThrow();
  return Number(revision ?? 0);
}

/** Every step of a month, newest first. */
export const listSteps = ({ database }: Store, { city, month }: MonthOfCity): Promise<KeptStep[]> =>
  database
    .selectFrom('evaluation_month_step')
    .selectAll()
    .where('city', '=', city)
    .where('month', '=', month)
    .orderBy('revision', 'desc')
    .execute();

/** The steps by which the months of a city became final, newest first. */
export const listFinalising = (database: Transaction<StoreTables>, city: string): Promise<KeptStep[]> =>
  database
    .selectFrom('evaluation_month_step')
    .selectAll()
    .where('city', '=', city)
    .where('step', '=', 'finalise')
    .orderBy('revision', 'desc')
    .execute();

/** What a group's figures were frozen as: JSON in gzip; null where there is none. */
export async function readFrozen(
  { database }: Store,
  { city, month, revision, group }: MonthOfCity & { revision: number; group: string | null },
): Promise<{ hash: string; body: Buffer } | null> {
  const frozen = database
    .selectFrom('evaluation_frozen')
    .select(['hash', 'body'])
    .where('city', '=', city)
    .where('month', '=', month)
    .where('revision', '=', revision)
    .orderBy('group_name');
  const named = group === null ? frozen : frozen.where('group_name', '=', group);
  const found = await named.limit(1).executeTakeFirst();
  return found ?? null;
}

/** What a month is frozen as. */
export interface Frozen {
  scheme: string;
  data_version: number;
  newest_appeal: string | null;
  program_version: string;
  program_build: string | null;
  /** SHA-256 over those of the groups. */
  hash: string;
  groups: readonly { group: string; hash: string; body: Buffer }[];
}

/** A step somebody takes. */
export interface StepToTake extends MonthOfCity {
  who: string;
  /** The revision of the month it begins from; 0 where nothing was done yet. */
  revision: number;
  step: EvaluationStep;
  /** Where the step names a day. */
  objections_until: string | null;
  reason: string | null;
  provisional: boolean;
  early: boolean;
  /** With `finalise`. */
  frozen: Frozen | null;
}

const after: Record<EvaluationStep, Partial<Record<EvaluationMonthState, EvaluationMonthState>>> = {
  open: { draft: 'objections' },
  move_day: { objections: 'objections' },
  finalise: { objections: 'final' },
  step_back: { final: 'objections', objections: 'draft' },
};

const instead: Record<EvaluationStep, string> = {
  open: 'Only a draft can be opened for objections.',
  move_day: 'The day can be moved only while objections are taken: open the month first.',
  finalise: 'Only a month that was open for objections can be made final: open it first.',
  step_back: 'A draft has no step back.',
};

/**
 * The state after a step.
 * @throws NotNow saying what can be done
 */
export function stateAfter(state: EvaluationMonthState, step: EvaluationStep): EvaluationMonthState {
  const next = after[step][state];
  if (!next) throw new NotNow(`The month is ${state}. ${instead[step]}`);
  return next;
}

/** Locks a month, and makes its row where nobody has touched it. */
export async function lockMonth(
  transaction: Transaction<StoreTables>,
  { city, month }: MonthOfCity,
): Promise<KeptMonth> {
  await transaction
    .insertInto('evaluation_month')
    .values({ city, month, state: 'draft', objections_until: null, revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return transaction
    .selectFrom('evaluation_month')
    .selectAll()
    .where('city', '=', city)
    .where('month', '=', month)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function checkDecided(transaction: Transaction<StoreTables>, { city, month }: MonthOfCity) {
  const { open } = await transaction
    .selectFrom('objection')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('city', '=', city)
    .where('month', '=', month)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  if (open > 0) throw new NotNow(`Decide the objections that are open first: there are ${open}.`);
}

async function keepStep(transaction: Transaction<StoreTables>, month: KeptMonth, taken: StepToTake) {
  const { city, month: name, revision, state, objections_until } = month;
  const { who, step, reason, provisional, early, frozen } = taken;
  const own = { city, month: name, revision };
  const { groups = [], ...versions } = frozen ?? {};
  const unknown = { scheme: null, data_version: null, newest_appeal: null, hash: null };
  await transaction
    .insertInto('evaluation_month_step')
    .values({
      ...{ ...own, who, step, state, objections_until, reason, provisional, early },
      ...{ ...unknown, program_version: null, program_build: null, ...versions },
    })
    .execute();
  for (const { group, hash, body } of groups)
    await transaction
      .insertInto('evaluation_frozen')
      .values({ ...own, group_name: group, hash, body })
      .execute();
}

/**
 * Takes a step, and writes it down for ever.
 * @throws ChangedMeanwhile where the month changed since it was read, NotNow
 */
export const takeStep = ({ database }: Store, taken: StepToTake): Promise<KeptMonth> =>
  database.transaction().execute(async (transaction) => {
    const now = await lockMonth(transaction, taken);
    if (now.revision !== taken.revision) throw new ChangedMeanwhile(now.revision);
    const state = stateAfter(now.state, taken.step);
    if (state === 'final') await checkDecided(transaction, taken);
    const month = await transaction
      .updateTable('evaluation_month')
      .set({
        state,
        objections_until: state === 'draft' ? null : (taken.objections_until ?? now.objections_until),
        reopened: now.reopened + Number(now.state === 'final'),
        revision: now.revision + 1,
        updated: new Date(),
      })
      .where('city', '=', taken.city)
      .where('month', '=', taken.month)
      .returningAll()
      .executeTakeFirstOrThrow();
    await keepStep(transaction, month, taken);
    return month;
  });

/** Lets whoever keeps answers of a month know that it changed. */
export const touchMonth = (transaction: Transaction<StoreTables>, { city, month, revision }: KeptMonth) =>
  transaction
    .updateTable('evaluation_month')
    .set({ revision: revision + 1, updated: new Date() })
    .where('city', '=', city)
    .where('month', '=', month)
    .execute();
