import type { Clause, Grain, Language, MetricName, Period } from '@hotline-atlas/model';
import type { ThemeChoice } from '../theme/apply.ts';

export const pages = ['overview', 'map', 'appeals'] as const;
export type Page = (typeof pages)[number];

export const presets = ['month', 'quarter', '12months', 'year', 'all'] as const;
export type Preset = (typeof presets)[number];
/** A preset stays relative to the newest data; two days stay what they are. */
export type PeriodChoice = Preset | Period;

export const comparisons = ['year', 'previous', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

export const shapes = ['areas', 'cells'] as const;
/** What the map is drawn in. */
export type Shape = (typeof shapes)[number];
export const measures = ['rate', 'count'] as const;
/** Appeals on the map: per 10,000 residents, or as they are. */
export type MapMeasure = (typeof measures)[number];

export interface MapView {
  longitude: number;
  latitude: number;
  zoom: number;
}

export const panelNames = [
  'trend',
  'topics',
  'areas',
  'hours',
  'channel',
  'kind',
  'unit',
  'status',
  'map',
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

/** All that decides what is on the screen. The address holds it, and nothing else does. */
export interface DashboardState {
  page: Page;
  period: PeriodChoice;
  /** Days chosen in the trend; every other view shows only them. */
  span: Period | null;
  comparison: Comparison;
  withoutRegimes: boolean;
  where: readonly Clause[];
  metric: ShownMetric;
  grain: Grain | 'auto';
  /** Panels shown as tables. */
  tables: readonly PanelName[];
  shape: Shape;
  mapMeasure: MapMeasure;
  view: MapView | null;
  /** Words to find in the appeals. */
  words: string;
  /** Where the page of appeals begins. */
  cursor: string;
  /** The appeal that lies open. */
  appeal: string;
  language: Language | null;
  theme: ThemeChoice;
  /** Large, for a wall: without controls. */
  wall: boolean;
}

export const defaultState: DashboardState = {
  page: 'overview',
  period: '12months',
  span: null,
  comparison: 'year',
  withoutRegimes: false,
  where: [],
  metric: 'appeals',
  grain: 'auto',
  tables: [],
  shape: 'areas',
  mapMeasure: 'rate',
  view: null,
  words: '',
  cursor: '',
  appeal: '',
  language: null,
  theme: 'auto',
  wall: false,
};
