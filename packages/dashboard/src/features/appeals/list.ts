import type { Clause, Period, Selection } from '@hotline-atlas/model';
import { openStates, shift } from '@hotline-atlas/model';
import type { DashboardState } from '../../address/state.ts';
import type { OrderRecords } from '../../questions/useRecorded.ts';
import type { Screen } from '../../screen/screen.ts';
import { selectionOf } from '../../screen/selection.ts';
import type { ListOrder } from './address.ts';

/** Parts of the list of orders. */
export const listParts = ['all', 'open', 'overdue', 'due_today', 'due_soon', 'reopened', 'excluded'] as const;
export type ListPart = (typeof listParts)[number];

/** Parts that are empty where the sources give no due times. */
const partsByLimit: ReadonlySet<string> = new Set<ListPart>(['overdue', 'due_today', 'due_soon']);

/** The parts there can be: nobody knows what is overdue where no due times are recorded. */
export const partsRecorded = (records: OrderRecords | null): ListPart[] =>
  listParts.filter(
    (part) =>
      !records ||
      ((records.limits || !partsByLimit.has(part)) && (records.exclusions || part !== 'excluded')),
  );

const inState = (value: string): Clause => ({ dimension: 'due_state', exclude: false, values: [value] });

const clauses: Record<ListPart, readonly Clause[]> = {
  all: [],
  open: [inState('open')],
  overdue: [inState('overdue')],
  due_today: [inState('due_today')],
  due_soon: [inState('due_soon')],
  reopened: [inState('open'), { dimension: 'status', exclude: false, values: ['reopened'] }],
  excluded: [{ dimension: 'excluded_reason', exclude: true, values: [''] }],
};

/** Dimensions whose clauses make a part. */
const partDimensions: ReadonlySet<string> = new Set(['due_state', 'status', 'excluded_reason']);

/** The clauses of a selection that make no part. */
export const clausesBesidePart = (where: readonly Clause[]): Clause[] =>
  where.filter(({ dimension }) => !partDimensions.has(dimension));

/** The clauses of a part together with all others. */
export const clausesOfPart = (where: readonly Clause[], part: ListPart): Clause[] => [
  ...clausesBesidePart(where),
  ...clauses[part],
];

const keyOf = (where: readonly Clause[]): string =>
  JSON.stringify(
    where
      .filter(({ dimension }) => partDimensions.has(dimension))
      .map(({ dimension, exclude, values }) => [dimension, exclude, [...values].sort()])
      .sort(),
  );

const partOfKey = new Map(listParts.map((part) => [keyOf(clauses[part]), part]));

/** The part some clauses choose; null where they choose another one than has a name. */
export const partOf = (where: readonly Clause[]): ListPart | null => partOfKey.get(keyOf(where)) ?? null;

const isOpenState = (value: string): boolean => value === 'open' || openStates.some((name) => name === value);

/** Whether only open orders are listed, which count whenever they came. */
const listsOpenOrders = (where: readonly Clause[]): boolean =>
  where.some(
    ({ dimension, exclude, values }) => dimension === 'due_state' && !exclude && values.every(isOpenState),
  );

/** Whether only orders are listed: nothing that was answered at the desk. */
export const areOrders = (where: readonly Clause[]): boolean =>
  where.some(
    ({ dimension, exclude, values }) => dimension === 'due_state' && exclude === values.includes(''),
  );

/** All days with data, to the end of the last. */
export const allDays = ({ meta, period }: Pick<Screen, 'meta' | 'period'>): Period => ({
  from: meta.firstDay ?? period.from,
  to: meta.lastDay ? shift(meta.lastDay, 'day', 1) : period.to,
});

/** Whether the list shows orders whenever they came: open ones, unless days were chosen. */
export const isOfAllDays = ({ state: { where, period, span } }: Pick<Screen, 'state'>): boolean =>
  listsOpenOrders(where) && period === '12months' && span === null;

/** The days the list is of. */
export const listDays = (screen: Screen): Period => (isOfAllDays(screen) ? allDays(screen) : screen.days);

/** As of when open orders are asked for. */
export const dueAtOf = ({ meta }: Pick<Screen, 'meta'>): Pick<Selection, 'dueAt'> =>
  meta.orders?.live ? { dueAt: 'now' } : {};

/** Which orders the list shows. */
export const listSelection = (screen: Screen): Selection => ({
  ...selectionOf(screen, null),
  ...listDays(screen),
  ...dueAtOf(screen),
  ...(screen.state.appeals.search && { q: screen.state.appeals.search }),
});

/** How the list is sorted: open orders by what is due first, others by what came last. */
export const listOrder = ({ where, appeals }: Pick<DashboardState, 'where' | 'appeals'>): ListOrder =>
  appeals.order ?? (listsOpenOrders(where) ? 'due' : '-received');
