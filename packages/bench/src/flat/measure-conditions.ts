import type { Measure } from '@hotline-atlas/model';
import type { Dialect } from './dialect.ts';

/** Closed at a plausible time, desk answers apart. */
export const closedWell = ({ isKnown, literal }: Dialect): string =>
  `(${isKnown('closed')} AND closed >= received AND handling <> ${literal('handling', 'direct')})`;

type Condition = (dialect: Dialect) => string;

const is =
  (column: 'handling' | 'appellant', value: string): Condition =>
  ({ literal }) =>
    `${column} = ${literal(column, value)}`;

const isFilled =
  (column: 'handling' | 'appellant'): Condition =>
  ({ literal }) =>
    `${column} <> ${literal(column, '')}`;

/** An answer of the return visit, of dispatched orders that are not excluded. */
const evaluated =
  (column: 'contacted' | 'resolved' | 'satisfied', answer: '= yes' | 'asked'): Condition =>
  ({ literal }) => {
    const given = answer === 'asked' ? `<> ${literal(column, '')}` : `= ${literal(column, 'yes')}`;
    return `(${column} ${given} AND handling = ${literal('handling', 'dispatched')} AND excluded_reason = ${literal('excluded_reason', '')})`;
  };

const visited: Condition = ({ isKnown, literal }) => {
  const answers = (['contacted', 'resolved', 'satisfied'] as const).map(
    (column) => `${column} <> ${literal(column, '')}`,
  );
  return `(${[isKnown('visited'), ...answers].join(' OR ')})`;
};

/**
 * Which appeals a measure counts, said once more and independently of the columns of `sql/history/`, so that
 * equal answers mean something. A measure that is not here is asked of ours only.
 */
export const measureConditions: Readonly<Partial<Record<Measure, Condition>>> = {
  appeals: () => 'true',
  direct: is('handling', 'direct'),
  dispatched: is('handling', 'dispatched'),
  handling_known: isFilled('handling'),
  visited,
  excluded: ({ literal }) =>
    `(excluded_reason <> ${literal('excluded_reason', '')} AND handling = ${literal('handling', 'dispatched')})`,
  contact_asked: evaluated('contacted', 'asked'),
  contacted: evaluated('contacted', '= yes'),
  resolution_asked: evaluated('resolved', 'asked'),
  resolved: evaluated('resolved', '= yes'),
  satisfaction_asked: evaluated('satisfied', 'asked'),
  satisfied: evaluated('satisfied', '= yes'),
  due: (dialect) =>
    `(${dialect.isKnown('due')} AND (${closedWell(dialect)} OR (NOT (${dialect.isKnown('closed')}) AND due < observed)))`,
  on_time: (dialect) => `(${dialect.isKnown('due')} AND ${closedWell(dialect)} AND closed <= due)`,
  closed: closedWell,
  appellant_known: isFilled('appellant'),
  enterprise: is('appellant', 'enterprise'),
  not_located: () => 'cell = 0',
  caller_known: () => 'caller <> 0',
};

/** Words the conditions above compare with: every dictionary must hold them. */
export const knownWords: Readonly<Record<string, readonly string[]>> = {
  handling: ['direct', 'dispatched'],
  appellant: ['enterprise'],
  contacted: ['yes'],
  resolved: ['yes'],
  satisfied: ['yes'],
};
