import {
  type Clause,
  type Compare,
  type DimensionName,
  type Grain,
  isGrain,
  type MetricName,
  metricNames,
  metricOf,
  type Query,
  type Resolution,
} from '@hotline-atlas/model';
import {
  type Choices,
  type Coverage,
  type Filter,
  type NamedPeriod,
  periodsOf,
  screenFilters,
} from './choices.ts';
import { type Question, query } from './question.ts';

/**
 * Everything the screens ask, kept beside `packages/dashboard`: one line for each question a panel or hook
 * there asks. The bench's browser part listens to what the dashboard really asks. What is not listed here or
 * in `clicks.ts` fails the run.
 */
interface PanelQuestion {
  panel: string;
  /** Choices of these dimensions are the panel's own, and not applied to it. */
  own?: readonly DimensionName[];
  metrics?: (chosen: MetricName) => MetricName[];
  by?: (period: NamedPeriod) => DimensionName[];
  /** Chosen values the question is asked within; where they are not recorded, it is not asked. */
  within?: readonly DimensionName[];
  /** Never compares. */
  plain?: true;
  order?: true;
  limit?: number;
  resolution?: Resolution;
}

const areas = ['district', 'subdistrict'] as const;
const topics = ['topic1', 'topic2', 'topic3'] as const;
const tiles: MetricName[] = [
  'appeals',
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'on_time_rate',
  'median_hours_to_close',
];

/** The dashboard draws long periods by month, single months by day. */
const grainOf = ({ name }: NamedPeriod): Grain => (name === 'last month' ? 'day' : 'month');

const mapRate = (chosen: MetricName): MetricName[] => [chosen === 'appeals' ? 'per_10k_residents' : chosen];

export const panelQuestions: readonly PanelQuestion[] = [
  { panel: 'figures', metrics: () => [...tiles, 'direct_answer_share'] },
  { panel: 'sparklines', metrics: () => tiles, by: (period) => [grainOf(period)], plain: true },
  { panel: 'not located', metrics: () => ['not_located'], plain: true },
  { panel: 'trend', by: (period) => [grainOf(period)] },
  { panel: 'whole', own: [] },
  { panel: 'topics whole', own: topics },
  { panel: 'topics', own: topics, by: () => ['topic1'] },
  { panel: 'topics level 2', own: topics, within: ['topic1'], by: () => ['topic2'] },
  { panel: 'topics level 3', own: topics, within: ['topic1', 'topic2'], by: () => ['topic3'] },
  { panel: 'areas whole', own: areas },
  { panel: 'areas', own: areas, by: () => ['district'] },
  { panel: 'subdistricts', own: areas, within: ['district'], by: () => ['subdistrict'] },
  { panel: 'area map', own: areas, metrics: mapRate, by: () => ['district'] },
  { panel: 'subdistrict map', own: areas, metrics: mapRate, within: ['district'], by: () => ['subdistrict'] },
  { panel: 'hours', by: () => ['day_of_week', 'hour_of_day'], plain: true },
  { panel: 'channels', own: ['channel'], by: () => ['channel'] },
  { panel: 'channels whole', own: ['channel'] },
  { panel: 'kinds', own: ['kind'], by: () => ['kind'] },
  ...([7, 8, 9] as const).map(
    (resolution): PanelQuestion => ({
      panel: `cells ${resolution}`,
      by: () => ['cell'],
      plain: true,
      order: true,
      limit: 20_000,
      resolution,
    }),
  ),
];

/**
 * Metrics a reader can put on every panel, as far as the model tells: appeals, every share, every time to
 * close.
 */
const shownMetrics = metricNames.filter((name) => {
  const { kind } = metricOf(name);
  return name === 'appeals' || kind === 'ratio' || kind === 'closing_time_quantile';
});

/** One metric of each kind; with filters, the others read the same columns of the same rows. */
const oneOfEachKind: readonly MetricName[] = ['appeals', 'resolution_rate', 'median_hours_to_close'];

interface Setting {
  metric: MetricName;
  filter: Filter;
  period: NamedPeriod;
  compare: Compare | undefined;
}

function clauses(
  { own = [], within = [] }: PanelQuestion,
  { where }: Filter,
  choices: Choices,
): Clause[] | null {
  const kept = where.filter(({ dimension }) => !own.includes(dimension));
  const inside = within.map((dimension): Clause | null => {
    const value = choices[dimension];
    return value ? { dimension, exclude: false, values: [value] } : null;
  });
  return inside.includes(null) ? null : [...kept, ...inside.filter((clause) => clause !== null)];
}

/** The query of a panel; null where a value it is asked within is not recorded. */
export function queryOf(panel: PanelQuestion, setting: Setting, choices: Choices): Query | null {
  const where = clauses(panel, setting.filter, choices);
  if (!where) return null;
  const { period, compare } = setting;
  const metrics = panel.metrics?.(setting.metric) ?? [setting.metric];
  const by = panel.by?.(period) ?? [];
  const [first] = metrics;
  // Nothing lies before all history; buckets of time are compared with those a year before them.
  const compares = !panel.plain && (period.name !== 'all history' || by.some(isGrain));
  return query({
    metrics,
    by,
    where,
    from: period.from,
    to: period.to,
    ...(compare && compares && { compare }),
    ...(panel.order && first && { order: [{ column: first, descending: true }] }),
    ...(panel.limit !== undefined && { limit: panel.limit }),
    ...(panel.resolution && { resolution: panel.resolution }),
  });
}

function settings(choices: Choices, coverage: Coverage): Setting[] {
  const { all, year, thirteen } = periodsOf(coverage);
  return screenFilters(choices).flatMap((filter) =>
    (filter.where.length === 0 ? shownMetrics : oneOfEachKind).flatMap((metric) =>
      [all, year, thirteen].flatMap((period) =>
        ([undefined, 'year'] as const).map((compare) => ({ metric, filter, period, compare })),
      ),
    ),
  );
}

export const nameOf = ({ panel }: PanelQuestion, { metric, filter, period, compare }: Setting): string =>
  [panel, metric, filter.name, period.name, ...(compare ? ['against the year before'] : [])].join(' · ');

function records(choices: Choices, coverage: Coverage): Question[] {
  const { all, year } = periodsOf(coverage);
  return screenFilters(choices).flatMap(({ name, where }) =>
    [all, year].map(
      ({ name: period, from, to }): Question => ({
        name: `appeals · ${name} · ${period}`,
        panel: 'appeals',
        list: 'screens',
        whole: period === all.name,
        asked: {
          kind: 'records',
          records: { selection: { where, from, to, withoutRegimes: [] }, limit: 50 },
        },
      }),
    ),
  );
}

/**
 * Every question of every screen: panels × filters × all history, last year, last 13 months × compared or
 * not.
 */
export const screenQuestions = (choices: Choices, coverage: Coverage): Question[] => [
  ...panelQuestions.flatMap((panel) =>
    settings(choices, coverage).flatMap((setting): Question[] => {
      const asked = queryOf(panel, setting, choices);
      const name = nameOf(panel, setting);
      const whole = setting.period.name === 'all history';
      return asked
        ? [{ name, panel: panel.panel, list: 'screens', whole, asked: { kind: 'query', query: asked } }]
        : [];
    }),
  ),
  ...records(choices, coverage),
];
