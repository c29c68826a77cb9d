import type {
  Clause,
  Expectation,
  Grain,
  HotspotMeasure,
  HotspotStep,
  Language,
  LocalDate,
  MetricName,
  Period,
  PlaceLevel,
  Watch,
} from '@hotline-atlas/model';
import type { MapView } from '@hotline-atlas/ui/map/view.ts';
import type { ThemeChoice } from '@hotline-atlas/ui/theme/apply.ts';

export const pages = ['overview', 'alarms', 'map', 'trend', 'units', 'appeals'] as const;
export type Page = (typeof pages)[number];

export const presets = ['month', 'quarter', 'this-year', '12months', 'year', 'all'] as const;
export type Preset = (typeof presets)[number];
/** A preset stays relative to the newest data; two days stay what they are. */
export type PeriodChoice = Preset | Period;

export const comparisons = ['year', 'previous', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

export const shapes = ['areas', 'cells', 'hotspots'] as const;
/** What the map is drawn in. */
export type Shape = (typeof shapes)[number];
export const measures = ['rate', 'count'] as const;
/** Appeals on the map: per 10,000 residents, or as they are. */
export type MapMeasure = (typeof measures)[number];

/** What the map of hot spots is about, and how it is drawn. */
export interface HotspotChoice {
  level: PlaceLevel;
  step: HotspotStep;
  counted: HotspotMeasure;
  /** What places are judged against. */
  against: Expectation | 'auto';
  layer: HotspotLayer;
  /** First day of the step shown; empty for the latest. */
  at: LocalDate | '';
  /** The only class drawn in full; null for all. */
  only: number | null;
  /** The place whose course is shown. */
  place: string;
}
export const hotspotLayers = ['bins', 'classes', 'clusters'] as const;
/** How sure one step is, the pattern of all steps, or the likeliest clusters in place and time. */
export type HotspotLayer = (typeof hotspotLayers)[number];

/** Which alarms are listed, and which lies open. */
export interface AlarmChoice {
  watch: Watch;
  /** Empty for the last complete day. */
  day: LocalDate | '';
  open: string;
}

export const rateGroups = ['unit', 'district', 'subdistrict'] as const;
/** Who is compared. */
export type RateGroup = (typeof rateGroups)[number];
export const rateLists = ['lower', 'higher', 'all'] as const;
/** Which of them are listed: those truly lower or higher than expected, or all. */
export type RateList = (typeof rateLists)[number];

/** What the page of units compares and lists. */
export interface RateChoice {
  by: RateGroup;
  list: RateList;
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
  'alarms',
  'course',
  'parts',
  'models',
  'funnel',
  'ranks',
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
  hotspots: HotspotChoice;
  alarms: AlarmChoice;
  rates: RateChoice;
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
  hotspots: {
    level: 'cell',
    step: 'month',
    counted: 'contacts',
    against: 'auto',
    layer: 'bins',
    at: '',
    only: null,
    place: '',
  },
  alarms: { watch: 'day', day: '', open: '' },
  rates: { by: 'unit', list: 'lower' },
  words: '',
  cursor: '',
  appeal: '',
  language: null,
  theme: 'auto',
  wall: false,
};
