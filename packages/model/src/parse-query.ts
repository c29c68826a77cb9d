import { type DimensionName, dimensionNames, isGrain, type Resolution, resolutions } from './dimensions.ts';
import {
  asksForOpenOrders,
  choosesByProgress,
  type DueMoment,
  dueMoments,
  withOpenStates,
} from './due-state.ts';
import { type Clause, splitClause } from './filter.ts';
import { hasChangeShare, type MetricName, metricNames } from './metrics.ts';
import { nearest, suggestion } from './nearest.ts';
import { InvalidQuestion } from './problem.ts';
import type { Compare, Order, Query, Selection } from './query.ts';
import { searchWords } from './search-words.ts';
import { isLocalDate, type LocalDate } from './time.ts';
import { standardValues } from './values.ts';

/** Parameters as they come: every name once with its values, in order. */
export type RawParameters = Readonly<Record<string, readonly string[]>>;

export const mostRows = 100_000;

const single = (raw: RawParameters, name: string): string | undefined => {
  const values = raw[name];
  if (values && values.length > 1) throw new InvalidQuestion(name, values.join(' and '), 'give it once');
  return values?.[0];
};

const items = (value: string | undefined): string[] => (value ? value.split(',') : []);

/** Refuses parameters that do not exist, naming the nearest that do. */
export function checkParameterNames(raw: RawParameters, known: readonly string[]): void {
  for (const name of Object.keys(raw))
    if (!known.includes(name))
      throw new InvalidQuestion('parameter', name, suggestion(name, known), nearest(name, known));
}

function named<Name extends string>(parameter: string, sent: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === sent);
  if (found === undefined)
    throw new InvalidQuestion(parameter, sent, suggestion(sent, names), nearest(sent, names));
  return found;
}

function distinct<Name extends string>(parameter: string, names: Name[]): Name[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new InvalidQuestion(parameter, twice, 'name it once');
  return names;
}

/** An existing day; undefined where nothing was sent. */
export function parseDate(parameter: string, sent: string | undefined): LocalDate | undefined {
  if (sent === undefined || isLocalDate(sent)) return sent;
  throw new InvalidQuestion(parameter, sent, 'send an existing day from 1971 to 2105 such as 2024-01-31');
}

function parseClause(sent: string): Clause {
  const parts = splitClause(sent);
  if (!parts) throw new InvalidQuestion('where', sent, 'write dimension:value, for example channel:phone');
  const dimension = named('where', parts.dimension, dimensionNames);
  if (isGrain(dimension)) throw new InvalidQuestion('where', sent, 'choose times with from and to');
  const clause = withOpenStates({ ...parts, dimension });
  for (const value of clause.values) checkValue(dimension, value, sent);
  return clause;
}

/**
 * Refuses a value that a dimension cannot have. Those of open lists, which cities and sources name, can be
 * anything.
 */
function checkValue(dimension: DimensionName, value: string, sent: string): void {
  const listed = standardValuesOf(dimension);
  const isValue = listed ? value === '' || listed.includes(value) : isValueOf(dimension, value);
  if (isValue) return;
  const advice = listed ? `; ${suggestion(value, listed)}` : '';
  throw new InvalidQuestion(
    'where',
    sent,
    `“${value}” is no ${dimension}${advice}`,
    nearest(value, listed ?? []),
  );
}

/** The values of a dimension whose list is the same in every city; null where there is no such list. */
function standardValuesOf(dimension: DimensionName): string[] | null {
  const lists: Partial<Record<DimensionName, object>> = standardValues;
  const own = lists[dimension];
  return own ? Object.keys(own).filter((value) => value !== '') : null;
}

function isValueOf(dimension: DimensionName, value: string): boolean {
  if (dimension === 'hour_of_day') return /^(1?\d|2[0-3])$/.test(value);
  if (dimension === 'day_of_week') return /^[1-7]$/.test(value);
  if (dimension === 'cell') return value === '' || /^8[789a][0-9a-f]{13}$/.test(value);
  return true;
}

/** A whole number within bounds; undefined where nothing was sent. */
export function parseWhole(
  parameter: string,
  sent: string | undefined,
  most: number,
  least = 1,
): number | undefined {
  if (sent === undefined) return undefined;
  const value = Number(sent);
  if (!/^\d+$/.test(sent) || value < least || value > most)
    throw new InvalidQuestion(parameter, sent, `send a whole number from ${least} to ${most}`);
  return value;
}

/** What is compared with; undefined where nothing was sent. */
export function parseCompare(sent: string | undefined): Compare | undefined {
  if (sent === undefined || sent === 'previous' || sent === 'year') return sent;
  const [from = '', to = '', ...rest] = sent.split('..');
  if (rest.length > 0 || !isLocalDate(from) || !isLocalDate(to) || from >= to)
    throw new InvalidQuestion(
      'compare',
      sent,
      'send previous, year, or two days in order as 2023-01-01..2024-01-01',
    );
  return { from, to };
}

function orderColumns(metrics: MetricName[], by: DimensionName[], compared: boolean): string[] {
  const suffixes = compared ? ['', '_before', '_paired', '_before_paired', '_change', '_change_share'] : [''];
  const columns = metrics.flatMap((metric) =>
    suffixes
      .filter((suffix) => suffix !== '_change_share' || hasChangeShare(metric))
      .map((suffix) => metric + suffix),
  );
  return [...columns, ...by];
}

function parseOrder(sent: string | undefined, columns: readonly string[]): Order[] {
  return items(sent).map((item) => {
    const descending = item.startsWith('-');
    return { column: named('order', descending ? item.slice(1) : item, columns), descending };
  });
}

/** As of when orders are open, overdue or due. */
export const parseDueAt = (raw: RawParameters): DueMoment =>
  named('due_at', single(raw, 'due_at') ?? 'data', dueMoments);

/**
 * What was open at an earlier moment is not what is still open of an earlier period.
 * @throws InvalidQuestion always
 */
function refuseOpenOrders(parameter: string, sent: string): never {
  throw new InvalidQuestion(
    parameter,
    sent,
    'leave it out: open orders are compared with nothing, for of an earlier period those that are still open are no counterpart. /api/backlog tells how many were open at earlier moments',
  );
}

/** @throws InvalidQuestion where open orders are compared */
function checkCompared(query: Pick<Query, 'metrics' | 'by' | 'where' | 'compare'>, sent: string): void {
  const isOpen = asksForOpenOrders(query) || query.where.some(choosesByProgress);
  if (query.compare && isOpen) refuseOpenOrders('compare', sent);
}

/**
 * Which appeals are meant.
 * @param regimes names of the city's regimes
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseSelection(raw: RawParameters, regimes: readonly string[]): Selection {
  const from = parseDate('from', single(raw, 'from'));
  const to = parseDate('to', single(raw, 'to'));
  if (from && to && from >= to) throw new InvalidQuestion('to', to, `send a day after ${from}`);
  const q = parseShortText(raw, 'q', 200)?.trim();
  return {
    ...(q && searchWords(q).length > 0 && { q }),
    where: (raw.where ?? []).map(parseClause),
    withoutRegimes: items(single(raw, 'without_regimes')).map((name) =>
      named('without_regimes', name, regimes),
    ),
    ...(parseDueAt(raw) === 'now' && { dueAt: 'now' }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/**
 * Which appeals are judged or compared with others.
 * @param regimes names of the city's regimes
 * @throws InvalidQuestion as {@link parseSelection} does, and where open orders are chosen
 */
export function parseComparedSelection(raw: RawParameters, regimes: readonly string[]): Selection {
  const selection = parseSelection(raw, regimes);
  const open = selection.where.findIndex(choosesByProgress);
  if (open >= 0) refuseOpenOrders('where', raw.where?.[open] ?? '');
  return selection;
}

const scopesAsked = ['own', 'published'] as const;

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseQuery(raw: RawParameters, regimes: readonly string[]): Query {
  const metrics = distinct(
    'metrics',
    items(single(raw, 'metrics')).map((name) => named('metrics', name, metricNames)),
  );
  if (metrics.length === 0)
    throw new InvalidQuestion('metrics', '', `name at least one of ${metricNames.join(', ')}`);
  const by = distinct(
    'by',
    items(single(raw, 'by')).map((name) => named('by', name, dimensionNames)),
  );
  if (by.filter(isGrain).length > 1)
    throw new InvalidQuestion('by', by.filter(isGrain).join(','), 'group by one time dimension');
  const compare = parseCompare(single(raw, 'compare'));
  const limit = parseWhole('limit', single(raw, 'limit'), mostRows);
  const scope = named('scope', single(raw, 'scope') ?? 'own', scopesAsked);
  const selection = parseSelection(raw, regimes);
  checkCompared({ ...selection, metrics, by, ...(compare && { compare }) }, single(raw, 'compare') ?? '');
  return {
    ...selection,
    metrics,
    by,
    order: parseOrder(single(raw, 'order'), orderColumns(metrics, by, compare !== undefined)),
    resolution: parseResolution(single(raw, 'resolution')),
    ...(compare && { compare }),
    ...(limit !== undefined && { limit }),
    ...(scope === 'published' && { scope }),
  };
}

/** A question, and its canonical text: the same for the same question, in whatever order it is written. */
export interface ParsedQuery {
  query: Query;
  canonical: string;
}

const inOrder = ({ where, ...query }: Query): Query => ({
  ...query,
  where: where
    .map((clause) => ({ ...clause, values: [...new Set(clause.values)].sort() }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

/** Parses a question as {@link parseQuery} does. Two different questions never have the same text. */
export function parseCanonical(raw: RawParameters, regimes: readonly string[]): ParsedQuery {
  const query = parseQuery(raw, regimes);
  return { query, canonical: JSON.stringify(inOrder(query)) };
}

/** The H3 resolution of cells. */
export function parseResolution(sent: string | undefined, standard: Resolution = 8): Resolution {
  if (sent === undefined) return standard;
  const found = resolutions.find((resolution) => String(resolution) === sent);
  if (found === undefined)
    throw new InvalidQuestion('resolution', sent, `send one of ${resolutions.join(', ')}`);
  return found;
}

/** A whole number of records a page. */
export const parsePageSize = (raw: RawParameters, standard: number, most: number): number =>
  parseWhole('limit', single(raw, 'limit'), most) ?? standard;

/** A parameter that may be given once, or not at all. */
export const parseText = single;

/** The same, of some length at the most. */
export function parseShortText(raw: RawParameters, parameter: string, most: number): string | undefined {
  const sent = single(raw, parameter);
  if (sent !== undefined && sent.length > most)
    throw new InvalidQuestion(parameter, `${sent.slice(0, 40)}…`, `keep it to ${most} characters`);
  return sent;
}

/** One name out of several. */
export const parseName = named;
