import { z } from 'zod';
import { dueAtParameter, selectionParameters } from '../parameters.ts';
import { backlogPoints, backlogSteps } from './backlog.ts';
import { changeGroupings, changeMetrics } from './change.ts';
import { growthDimensions } from './growth.ts';
import {
  candidateCriteria,
  candidateLevels,
  dominanceCriteria,
  effectMeasures,
  usualDominance,
} from './monthly-topics.ts';

const choice = (description: string, example: string) => z.string().optional().meta({ description, example });
const resolution = choice('H3 resolution of cells: 7, 8, 9 or 10', '8');
const where = selectionParameters.shape.where;

/** Parameters of `/api/hotspots`. */
export const hotspotsParameters = selectionParameters.extend({
  level: choice('places: cell (default), subdistrict or district', 'cell'),
  resolution,
  step: choice('month (default), week or quarter', 'month'),
  measure: choice('contacts (default), or problems: repeat contacts count once', 'contacts'),
  expected: choice(
    'what places are judged against: auto (default), even, residents, appeals or usual',
    'appeals',
  ),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/trend`. */
export const trendParameters = selectionParameters.extend({
  metric: choice('one metric that is a sum or a ratio; default appeals', 'appeals'),
  grain: choice('month (default), week or day', 'month'),
  horizon: choice('steps to forecast, 0 to 366; default 12 months, 13 weeks or 28 days', '12'),
  regimes: choice('days of without_regimes: bridge (default) or keep', 'bridge'),
});

/** Parameters of `/api/alarms`. */
export const alarmsParameters = z.object({
  where,
  as_of: choice('local day; default: the last complete one', '2025-12-30'),
  watch: choice('day (default) or week', 'day'),
  level: choice('false-alarm level after control, 0.001 to 0.2; default 0.05', '0.05'),
  limit: choice('alarms at the most, 1 to 500; default 50', '50'),
});

/** Parameters of `/api/clusters`. */
export const clustersParameters = selectionParameters.extend({
  level: choice('places: cell (default), subdistrict or district', 'cell'),
  resolution,
  step: choice('week (default), day or month', 'week'),
  longest: choice('longest cluster in steps, at most half of them; default 8', '8'),
  widest: choice('share of all expected appeals a cluster may hold, 0.01 to 0.5; default 0.1', '0.1'),
  replications: choice('Monte Carlo replications: 99 (default), 199, 499 or 999', '99'),
  alive: choice('any (default), or latest: only clusters that reach the latest step', 'any'),
  limit: choice('clusters at the most, 1 to 20; default 5', '5'),
});

/** Parameters of `/api/rates`. */
export const ratesParameters = selectionParameters.extend({
  metric: choice(
    'resolution_rate (default), satisfaction_rate, response_rate or on_time_rate',
    'resolution_rate',
  ),
  by: choice('groups: unit (default), district, subdistrict, topic1 or topic2', 'unit'),
  expected: choice(
    'what groups are judged against: auto (default), topics (all on the same topics) or mean (all); auto is topics where groups are not topics',
    'topics',
  ),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/change`. */
export const changeParameters = selectionParameters.extend({
  metric: choice(
    `a metric that is a sum or a ratio: ${changeMetrics.join(', ')}; default appeals`,
    'appeals',
  ),
  compare: choice('previous, year (default), or another period as from..to', 'year'),
  by: choice(`groups: ${changeGroupings.join(', ')}; without it the whole alone`, 'district'),
  level: choice('rate of false discoveries to keep, 0.001 to 0.2; default 0.05', '0.05'),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/growth`. */
export const growthParameters = selectionParameters.extend({
  rows: choice(`${growthDimensions.join(', ')}; default subdistrict`, 'subdistrict'),
  columns: choice('the same; default topic2', 'topic2'),
  level: choice('rate of false discoveries to keep, 0.001 to 0.2; default 0.05', '0.05'),
  most_rows: choice('rows shown at the most, 1 to 400; default 400', '400'),
  most_columns: choice('columns shown at the most, 1 to 40; default 8', '8'),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/repeats`. */
export const repeatsParameters = selectionParameters.extend({
  kind: choice('any (default), caller or place', 'any'),
  limit: choice('repetitions at the most, 1 to 200; default 20', '20'),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/findings`. */
export const findingsParameters = z.object({
  where: where.meta({
    description: 'at most one clause with one value: a district, subdistrict, unit or topic',
    example: ['district:110106'],
  }),
  from: choice('first local day; default: the newest complete month', '2024-12-01'),
  to: choice('first local day after', '2025-01-01'),
  compare: choice('previous (default): the period before; or year: the year before', 'previous'),
  due_at: dueAtParameter,
});

/** Parameters of `/api/ripeness`. */
export const ripenessParameters = selectionParameters.extend({
  metric: choice(
    'resolution_rate (default), satisfaction_rate, response_rate, on_time_rate, median_hours_to_close or p90_hours_to_close',
    'resolution_rate',
  ),
  grain: choice('month (default), week, quarter or year', 'month'),
});

/** Parameters of `/api/backlog`. */
export const backlogParameters = z.object({
  where,
  step: choice(`${backlogSteps.join(', ')}; default month`, 'month'),
  points: choice(
    `ends of steps, and the last moment itself: 2 to ${backlogPoints.most}; default ${backlogPoints.usual}`,
    '13',
  ),
  due_at: dueAtParameter,
});

/** Parameters of `/api/evaluation`. */
export const evaluationParameters = z.object({
  month: choice('evaluation month; default: the newest whose rates are ripe', '2024-11'),
  group: choice('who is ranked: a group of the scheme; default: its first', 'subdistrict'),
  scheme: choice('another scheme than the one valid in the month', 'example-2024'),
  unit: choice('what moved the rank of this one since the month before', '110101'),
  weights: choice(
    'tried weights, which are not the rules: points of indicators, the others keeping theirs',
    'response:20,resolution:40,satisfaction:40',
  ),
  as: choice('current: by the data of today, also of a final month', 'current'),
});

/** Parameters of `/api/evaluation/course`. */
export const evaluationCourseParameters = z.object({
  group: choice('who is ranked: a group of the schemes; default: the first of the newest', 'subdistrict'),
  unit: z
    .array(z.string())
    .optional()
    .meta({ description: 'code of a unit, at most five; none: all', example: ['110101'] }),
  to: choice('the last month; default: the newest whose rates are ripe', '2024-11'),
  months: choice('how many, 1 to 120; default 13', '13'),
  detail: choice('full (default), or scores: without intervals of ranks', 'full'),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/evaluation/unit`. */
export const unitEvaluationParameters = z.object({
  month: choice('evaluation month; default: the newest whose rates are ripe', '2024-11'),
  group: choice('who is ranked: a group of the scheme; default: its first', 'subdistrict'),
  scheme: choice('another scheme than the one valid in the month', 'example-2024'),
  unit: z.string().meta({ description: 'code of the unit', example: '110101' }),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/evaluation/integrity`. */
export const integrityParameters = z.object({
  month: choice('evaluation month; default: the newest whose rates are ripe', '2024-11'),
  group: choice('who is compared: a group of the scheme; default: its first', 'subdistrict'),
  unit: choice('tell every test of this one', '110101'),
  format: choice('json (default) or csv', 'json'),
});

/** Parameters of `/api/monthly-topics/candidates`. */
export const monthlyTopicCandidatesParameters = z.object({
  month: choice('calendar month; default: the newest complete one', '2026-11'),
  level: choice(`${candidateLevels.join(' or ')}; default topic2`, 'topic2'),
  district: choice('of one district alone', '110105'),
  order: choice(
    `what comes first: ${candidateCriteria.join(', ')}; default volume. Low resolution and a peak that is near come first`,
    'growth',
  ),
  criteria: choice(
    `comma-separated, what the mark \`undominated\` rests on: ${dominanceCriteria.join(', ')}; default ${usualDominance.join(',')}`,
    'volume,growth',
  ),
});

/** Parameters of `/api/monthly-topics/:id/effect`. */
export const monthlyTopicEffectParameters = z.object({
  measure: choice(`${effectMeasures.join(', ')}; default appeals`, 'appeals'),
});

const documentLanguage = choice('en (default) or zh', 'zh');
const documentMonth = choice('evaluation month; default: the newest whose rates are ripe', '2024-11');

/** Parameters of `/api/evaluation/sheet`. */
export const sheetParameters = z.object({
  month: documentMonth,
  group: choice('who is ranked: a group of the scheme; default: its first', 'subdistrict'),
  format: choice('pdf (default) or xlsx', 'xlsx'),
  language: documentLanguage,
});

/** Parameters of `/api/evaluation/bulletin`. */
export const bulletinParameters = z.object({ month: documentMonth, language: documentLanguage });

/** Parameters of `/api/evaluation/letter`. */
export const letterParameters = z.object({
  month: documentMonth,
  group: choice('the group the unit is ranked in; default: the first of the scheme', 'subdistrict'),
  unit: z.string().meta({ description: 'to whom', example: '110101' }),
  language: documentLanguage,
});
