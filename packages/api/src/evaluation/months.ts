import { gunzipSync } from 'node:zlib';
import type { City } from '@hotline-atlas/city';
import type { JudgementRun } from '@hotline-atlas/judgement';
import type { Finalised, ObjectionCorrection } from '@hotline-atlas/model';
import {
  type KeptMonth,
  type KeptObjection,
  type KeptStep,
  listFinalising,
  listMonths,
  listObjections,
  readFrozen,
  revisionOfMonths,
  type Store,
} from '@hotline-atlas/store';
import type { FrozenGroup } from './frozen-group.ts';

/** Where a month is in its life, as it is told. */
export type MonthState = Pick<KeptMonth, 'state' | 'revision' | 'objections_until' | 'reopened'> & {
  finalised: Finalised | null;
};

/** The life of all evaluation months of a city at one moment. */
export interface EvaluationMonths {
  /** Grows with every step, objection and decision: answers are kept by it. */
  revision: number;
  of(month: string): MonthState;
  objections(month: string): readonly KeptObjection[];
  /** What upheld objections say of orders. */
  corrections(month: string): readonly ObjectionCorrection[];
  /** The figures of a group of a final month, of any where none is named; null where there are none. */
  frozen(month: string, group: string | null): Promise<FrozenGroup | null>;
}

/** A run that knows the life of evaluation months. */
export type EvaluationRun = JudgementRun & { months: EvaluationMonths };

const draft: MonthState = {
  state: 'draft',
  revision: 0,
  objections_until: null,
  reopened: 0,
  finalised: null,
};

/** What a month rests on that was made final by a step. */
const finalisedOf = (step: KeptStep): Finalised => ({
  at: step.at.toISOString(),
  who: step.who,
  provisional: step.provisional,
  early: step.early,
  scheme: step.scheme ?? '',
  data_version: step.data_version ?? 0,
  newest_appeal: step.newest_appeal,
  program: { version: step.program_version ?? '', build: step.program_build },
  hash: step.hash ?? '',
});

const stateOf = (
  { month, state, revision, objections_until, reopened }: KeptMonth,
  steps: readonly KeptStep[],
) => {
  const step = state === 'final' ? steps.find((each) => each.month === month) : undefined;
  return { state, revision, objections_until, reopened, finalised: step ? finalisedOf(step) : null };
};

const correctionOf = (objection: KeptObjection): ObjectionCorrection[] => {
  const { order_number: order, dimension: by, unit, effect, resolved, satisfied } = objection;
  return objection.state === 'upheld' && effect ? [{ order, by, unit, effect, resolved, satisfied }] : [];
};

function groupByMonth(objections: readonly KeptObjection[]): Map<string, KeptObjection[]> {
  const byMonth = new Map<string, KeptObjection[]>();
  for (const objection of objections)
    byMonth.set(objection.month, [...(byMonth.get(objection.month) ?? []), objection]);
  return byMonth;
}

type Read = Omit<EvaluationMonths, 'frozen'> & {
  /** The revision at which a month was made final; null where it is not. */
  finalAt(month: string): number | null;
};

/** Everything at one moment: what is read together is of one revision. */
const readAll = ({ database }: Store, city: string): Promise<Read> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const months = await listMonths(transaction, city);
      const steps = await listFinalising(transaction, city);
      const byMonth = groupByMonth(await listObjections(transaction, { city }));
      const states = new Map(months.map((each) => [each.month, stateOf(each, steps)]));
      const objections = (month: string) => byMonth.get(month) ?? [];
      return {
        revision: months.reduce((sum, { revision }) => sum + revision, 0),
        of: (month) => states.get(month) ?? draft,
        objections,
        corrections: (month) => objections(month).flatMap(correctionOf),
        finalAt: (month) =>
          states.get(month)?.state === 'final'
            ? (steps.find((each) => each.month === month)?.revision ?? null)
            : null,
      };
    });

const nothing: Read = {
  revision: 0,
  of: () => draft,
  objections: () => [],
  corrections: () => [],
  finalAt: () => null,
};

/**
 * A reader of the life of months; what did not change is not read again. Without a store every month is a
 * draft.
 * @throws StoreUnreachable: whether a month is final cannot be told then
 */
export function createMonthsReader(
  store: Store,
  { code: city }: Pick<City, 'code'>,
): () => Promise<EvaluationMonths> {
  let kept: Read = nothing;
  return async () => {
    const revision = store.exists ? await revisionOfMonths(store, city) : 0;
    if (revision !== kept.revision) kept = revision === 0 ? nothing : await readAll(store, city);
    const read = kept;
    return {
      ...read,
      async frozen(month, group) {
        const at = read.finalAt(month);
        const found = at === null ? null : await readFrozen(store, { city, month, revision: at, group });
        return found && (JSON.parse(gunzipSync(found.body).toString()) as FrozenGroup);
      },
    };
  };
}
