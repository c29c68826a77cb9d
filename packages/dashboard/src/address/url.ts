import {
  type Clause,
  dimensionNames,
  encodeClause,
  grains,
  isGrain,
  isLocalDate,
  languages,
  type Period,
  splitClause,
} from '@hotline-atlas/model';
import type { MapView } from '@hotline-atlas/ui/map/view.ts';
import { decodeAlarms, decodeHotspots, decodeRates, judgementParts, oneOf } from './judgementUrl.ts';
import { canBe } from './known-values.ts';
import {
  comparisons,
  type DashboardState,
  defaultState,
  measures,
  pages,
  panelNames,
  presets,
  shapes,
  shownMetrics,
} from './schema.ts';
import { asSearched } from './words.ts';

const themes = ['auto', 'light', 'dark'] as const;

function decodePeriod(sent: string | null): Period | null {
  const [from = '', to = ''] = (sent ?? '').split('..');
  return isLocalDate(from) && isLocalDate(to) && from < to ? { from, to } : null;
}

function decodeClause(sent: string): Clause[] {
  const parts = splitClause(sent);
  const dimension = dimensionNames.find((name) => name === parts?.dimension);
  if (!parts || !dimension || isGrain(dimension)) return [];
  const values = parts.values.filter((value) => canBe(dimension, value));
  return values.length > 0 ? [{ dimension, exclude: parts.exclude, values }] : [];
}

function decodeView(sent: string | null): MapView | null {
  const numbers = (sent ?? '').split(',').map(Number);
  const [longitude, latitude, zoom] = numbers;
  if (numbers.length !== 3 || longitude === undefined || latitude === undefined || zoom === undefined)
    return null;
  const sound = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 22;
  return sound ? { longitude, latitude, zoom } : null;
}

/** The state an address stands for. Whatever is not understood is as if it were not there. */
export function decode(search: string): DashboardState {
  const sent = new URLSearchParams(search);
  const tables = (sent.get('tables') ?? '').split(',');
  return {
    page: oneOf(sent.get('page'), pages, defaultState.page),
    period: decodePeriod(sent.get('period')) ?? oneOf(sent.get('period'), presets, defaultState.period),
    span: decodePeriod(sent.get('span')),
    comparison: oneOf(sent.get('compare'), comparisons, defaultState.comparison),
    withoutRegimes: sent.get('regimes') === 'out',
    where: sent.getAll('where').flatMap(decodeClause),
    metric: oneOf(sent.get('metric'), shownMetrics, defaultState.metric),
    grain: oneOf(sent.get('grain'), grains, defaultState.grain),
    tables: panelNames.filter((name) => tables.includes(name)),
    shape: oneOf(sent.get('shape'), shapes, defaultState.shape),
    mapMeasure: oneOf(sent.get('measure'), measures, defaultState.mapMeasure),
    view: decodeView(sent.get('at')),
    hotspots: decodeHotspots(sent),
    alarms: decodeAlarms(sent),
    rates: decodeRates(sent),
    words: asSearched(sent.get('q') ?? ''),
    cursor: sent.get('cursor') ?? '',
    appeal: sent.get('appeal') ?? '',
    language: oneOf(sent.get('lang'), languages, null),
    theme: oneOf(sent.get('theme'), themes, defaultState.theme),
    wall: sent.get('wall') === '1',
  };
}

const encodePeriod = (period: Period) => `${period.from}..${period.to}`;

const encodeView = ({ longitude, latitude, zoom }: MapView) =>
  `${longitude.toFixed(5)},${latitude.toFixed(5)},${zoom.toFixed(2)}`;

/** The address of a state, without what is as usual; the inverse of {@link decode}. */
export function encode(state: DashboardState): string {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => {
    if (value !== usual) parameters.set(name, value);
  };
  put('page', state.page, defaultState.page);
  put('period', typeof state.period === 'string' ? state.period : encodePeriod(state.period), '12months');
  put('span', state.span ? encodePeriod(state.span) : '', '');
  put('compare', state.comparison, defaultState.comparison);
  put('regimes', state.withoutRegimes ? 'out' : '', '');
  for (const clause of state.where) parameters.append('where', encodeClause(clause));
  put('metric', state.metric, defaultState.metric);
  put('grain', state.grain, defaultState.grain);
  put('tables', state.tables.join(','), '');
  put('shape', state.shape, defaultState.shape);
  put('measure', state.mapMeasure, defaultState.mapMeasure);
  put('at', state.view ? encodeView(state.view) : '', '');
  for (const [name, value, usual] of judgementParts(state)) put(name, value, usual);
  put('q', state.words, '');
  put('cursor', state.cursor, '');
  put('appeal', state.appeal, '');
  put('lang', state.language ?? '', '');
  put('theme', state.theme, defaultState.theme);
  put('wall', state.wall ? '1' : '', '');
  return readable(parameters);
}

/** Colons, commas and exclamation marks need no escape in a query, and addresses are read by people. */
const readable = (parameters: URLSearchParams): string => {
  const text = parameters.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%21', '!');
  return text === '' ? '' : `?${text}`;
};
