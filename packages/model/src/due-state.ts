import type { Clause } from './filter.ts';
import { openCountOf } from './formula.ts';
import type { Query, Selection } from './query.ts';
import { standardValues } from './values.ts';

/** Values of `due_state` of orders that are not closed. */
export const openStates = ['overdue', 'due_today', 'due_soon', 'due_later', 'no_limit'] as const;

/** Stands for all of {@link openStates} in a clause of an address. */
export const openAlias = 'open';

/** As of when orders are open, overdue or due: the newest appeal of the version, or now. */
export const dueMoments = ['data', 'now'] as const;
export type DueMoment = (typeof dueMoments)[number];

/** A clause of `due_state` with its alias written out; other clauses as they are. */
export function withOpenStates<Some extends Pick<Clause, 'dimension' | 'values'>>(clause: Some): Some {
  const { dimension, values } = clause;
  if (dimension !== 'due_state' || !values.includes(openAlias)) return clause;
  const states = values.flatMap((value) => (value === openAlias ? openStates : [value]));
  return { ...clause, values: [...new Set(states)] };
}

/** Whether a selection depends on the moment as of which orders are open. */
export const choosesByDueState = ({ where }: Pick<Selection, 'where'>): boolean =>
  where.some(({ dimension }) => dimension === 'due_state');

/** Whether the answer to a question depends on the moment as of which orders are open. */
export const asksForOpenOrders = ({ metrics, by, where }: Pick<Query, 'metrics' | 'by' | 'where'>): boolean =>
  metrics.some((metric) => openCountOf(metric) !== null) ||
  by.includes('due_state') ||
  choosesByDueState({ where });

const unfinished: readonly string[] = Object.keys(standardValues.status).filter(
  (status) => status !== 'closed',
);

/**
 * Whether a clause chooses orders by how far they have come: by their due state, or unfinished ones by their
 * status. Of an earlier period it leaves only what is unfinished until today.
 */
export function choosesByProgress({ dimension, exclude, values }: Clause): boolean {
  const keeps = (status: string) => values.includes(status) !== exclude;
  return dimension === 'due_state' || (dimension === 'status' && !keeps('closed') && unfinished.some(keeps));
}

const isOpenState = (value: string): boolean => openStates.some((state) => state === value);

/** Whether only open orders are counted: nothing but them is asked for, or nothing else is chosen. */
export const countsOpenOrdersOnly = ({ metrics, where }: Pick<Query, 'metrics' | 'where'>): boolean =>
  metrics.every((metric) => openCountOf(metric) !== null) ||
  where.some(
    ({ dimension, exclude, values }) => dimension === 'due_state' && !exclude && values.every(isOpenState),
  );
