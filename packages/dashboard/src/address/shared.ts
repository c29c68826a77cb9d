import {
  type Clause,
  dimensionNames,
  encodeClause,
  isGrain,
  isLocalDate,
  languages,
  type MetricName,
  type Period,
  splitClause,
} from '@hotline-atlas/model';
import { themes } from '@hotline-atlas/ui/theme/apply.ts';
import { canBe } from './known-values.ts';
import { flag, oneOf, optional, type Parameter } from './parameter.ts';

export const presets = ['month', 'quarter', 'this-year', '12months', 'year', 'all'] as const;
export type Preset = (typeof presets)[number];
/** A preset stays relative to the newest data; two days stay what they are. */
export type PeriodChoice = Preset | Period;

export const comparisons = ['year', 'previous', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

const panelNames = [
  'trend',
  'topics',
  'areas',
  'hours',
  'channel',
  'kind',
  'unit',
  'status',
  'map',
  'alarms',
  'course',
  'parts',
  'models',
  'funnel',
  'ranks',
  'integrity',
] as const;
export type PanelName = (typeof panelNames)[number];

/** Metrics a reader can put on every panel. */
export const shownMetrics = [
  'appeals',
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'on_time_rate',
  'median_hours_to_close',
  'direct_answer_share',
  'p90_hours_to_close',
  'enterprise_share',
  'not_located_share',
] as const satisfies readonly MetricName[];
export type ShownMetric = (typeof shownMetrics)[number];

function decodePeriod(sent: string): Period | null {
  const [from = '', to = ''] = sent.split('..');
  return isLocalDate(from) && isLocalDate(to) && from < to ? { from, to } : null;
}

const encodePeriod = ({ from, to }: Period) => `${from}..${to}`;

const preset = oneOf('period', presets, '12months');

const period: Parameter<PeriodChoice> = {
  ...preset,
  decode: (sent) => decodePeriod(sent[0] ?? '') ?? preset.decode(sent),
  encode: (value) => (typeof value === 'string' ? preset.encode(value) : [encodePeriod(value)]),
};

function decodeClause(sent: string): Clause[] {
  const parts = splitClause(sent);
  const dimension = dimensionNames.find((name) => name === parts?.dimension);
  if (!parts || !dimension || isGrain(dimension)) return [];
  const values = parts.values.filter((value) => canBe(dimension, value));
  return values.length > 0 ? [{ dimension, exclude: parts.exclude, values }] : [];
}

const where: Parameter<readonly Clause[]> = {
  name: 'where',
  usual: [],
  decode: (sent) => sent.flatMap(decodeClause),
  encode: (clauses) => clauses.map(encodeClause),
};

const tables: Parameter<readonly PanelName[]> = {
  name: 'tables',
  usual: [],
  decode: ([sent = '']) => panelNames.filter((name) => sent.split(',').includes(name)),
  encode: (names) => (names.length > 0 ? [names.join(',')] : []),
};

/** What every page shares. */
export const sharedAddress = {
  period,
  /** Days chosen in the trend; every other view shows only them. */
  span: optional('span', decodePeriod, encodePeriod),
  comparison: oneOf('compare', comparisons, 'year'),
  withoutRegimes: flag('regimes', 'out'),
  where,
  metric: oneOf('metric', shownMetrics, 'appeals'),
  /** Panels shown as tables. */
  tables,
  language: oneOf('lang', languages, null),
  theme: oneOf('theme', themes, 'auto'),
  /** The city on a wall, in place of the page. */
  wall: flag('wall', '1'),
};
