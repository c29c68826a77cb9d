import type { Localized } from './localized.ts';
import type { Measure } from './measures.ts';

export const units = ['count', 'share', 'hours', 'per_10k'] as const;
export type Unit = (typeof units)[number];

interface Described {
  label: Localized;
  /** How it is computed, in one sentence a reader of the dashboard understands. */
  description: Localized;
  unit: Unit;
  /** Which direction is good for the city; none for plain volumes. */
  better?: 'up' | 'down';
}

/**
 * Which open orders a metric counts: all of them; by their due time, those of a value of `due_state`; those
 * whose status is `reopened`.
 */
export type OpenCount = 'open' | 'overdue' | 'due_today' | 'due_soon' | 'reopened';

/** Whether what is counted is told by due times: where no open order has one, it is not known. */
export const needsDueTimes = (which: OpenCount): boolean => which !== 'open' && which !== 'reopened';

/** A metric by the way it is computed. Sums and ratios answer from any table that holds their measures. */
export type Metric = Described &
  (
    | { kind: 'sum'; measure: Measure }
    | { kind: 'ratio'; numerator: Measure; denominator: Measure }
    | { kind: 'closing_time_quantile'; quantile: number }
    | { kind: 'distinct_callers' }
    | { kind: 'repeat_share' }
    | { kind: 'per_residents'; measure: Measure }
    | { kind: 'open_orders'; which: OpenCount }
  );

const sum = (measure: Measure, label: Localized, description: Localized): Metric => ({
  kind: 'sum',
  measure,
  unit: 'count',
  label,
  description,
});

const share = (
  numerator: Measure,
  denominator: Measure,
  label: Localized,
  description: Localized,
  better?: 'up' | 'down',
): Metric => ({
  kind: 'ratio',
  numerator,
  denominator,
  unit: 'share',
  label,
  description,
  ...(better && { better }),
});

const openOrders = (which: OpenCount, label: Localized, description: Localized): Metric => ({
  kind: 'open_orders',
  which,
  unit: 'count',
  label,
  description,
});

/**
 * Every metric that can be asked for: validation, SQL, labels, formats, documentation and tests derive from
 * here.
 */
const metrics = {
  appeals: sum(
    'appeals',
    { en: 'Appeals', zh: '诉求量' },
    { en: 'Appeals received, each counted once.', zh: '受理的诉求数，每件只计一次。' },
  ),
  dispatched: sum(
    'dispatched',
    { en: 'Dispatched', zh: '派单量' },
    { en: 'Appeals handed to a unit as an order.', zh: '派发给承办单位的工单数。' },
  ),
  visited: sum(
    'visited',
    { en: 'Return-visited', zh: '回访量' },
    { en: 'Appeals whose appellant was asked afterwards.', zh: '已回访诉求人的诉求数。' },
  ),
  excluded: sum(
    'excluded',
    { en: 'Excluded', zh: '剔除量' },
    {
      en: 'Orders that by rule do not count in evaluation. Shown because leaving the base changes every rate.',
      zh: '按规则不计入考评的工单数。列出是因为移出基数会改变每一项比率。',
    },
  ),
  closed: sum(
    'closed',
    { en: 'Closed', zh: '办结量' },
    {
      en: 'Appeals closed at a plausible time; those answered at the desk apart.',
      zh: '有合理办结时间的诉求数，不含直接答复的诉求。',
    },
  ),
  open: openOrders(
    'open',
    { en: 'Open', zh: '未办结' },
    {
      en: 'Orders not closed at the moment the answer names.',
      zh: '截至所示时刻尚未办结的工单数。',
    },
  ),
  overdue: openOrders(
    'overdue',
    { en: 'Overdue', zh: '超期未办结' },
    {
      en: 'Open orders whose due time had passed at the moment the answer names; unknown where no open order has a due time.',
      zh: '截至所示时刻已超过办理时限、仍未办结的工单数；未办结工单均无办理时限时为未知。',
    },
  ),
  due_today: openOrders(
    'due_today',
    { en: 'Due today', zh: '今日到期' },
    {
      en: 'Open orders due from the moment the answer names to the end of that local day.',
      zh: '自所示时刻起至当日结束到期的未办结工单数。',
    },
  ),
  due_soon: openOrders(
    'due_soon',
    { en: 'Due within three days', zh: '三日内到期' },
    {
      en: 'Open orders due in the three local days after that of the moment the answer names.',
      zh: '所示时刻次日起三日内到期的未办结工单数。',
    },
  ),
  reopened: openOrders(
    'reopened',
    { en: 'Reopened', zh: '重办' },
    {
      en: 'Open orders that were closed before and opened again.',
      zh: '办结后退回重办、尚未再次办结的工单数。',
    },
  ),
  not_located: sum(
    'not_located',
    { en: 'Not located', zh: '未定位' },
    { en: 'Appeals without a usable location.', zh: '没有可用位置的诉求数。' },
  ),
  direct_answer_share: share(
    'direct',
    'handling_known',
    { en: 'Answered directly', zh: '直接答复率' },
    {
      en: 'Share answered at the desk, of appeals known to be answered or dispatched.',
      zh: '直接答复的诉求占已答复或已派单诉求的比例。',
    },
  ),
  response_rate: share(
    'contacted',
    'contact_asked',
    { en: 'Response rate', zh: '响应率' },
    {
      en: 'Share contacted by the unit, of return-visited, dispatched, not excluded orders that were asked.',
      zh: '已回访、已派单、未剔除且问及此项的工单中，承办单位已联系诉求人的比例。',
    },
    'up',
  ),
  resolution_rate: share(
    'resolved',
    'resolution_asked',
    { en: 'Resolution rate', zh: '解决率' },
    {
      en: 'Share solved, of return-visited, dispatched, not excluded orders that were asked.',
      zh: '已回访、已派单、未剔除且问及此项的工单中，问题已解决的比例。',
    },
    'up',
  ),
  satisfaction_rate: share(
    'satisfied',
    'satisfaction_asked',
    { en: 'Satisfaction rate', zh: '满意率' },
    {
      en: 'Share satisfied, of return-visited, dispatched, not excluded orders that were asked.',
      zh: '已回访、已派单、未剔除且问及此项的工单中，诉求人满意的比例。',
    },
    'up',
  ),
  on_time_rate: share(
    'on_time',
    'due',
    { en: 'On time', zh: '按时办结率' },
    {
      en: 'Share closed by the due time; orders still open after it count as late.',
      zh: '在时限内办结的比例；超过时限仍未办结的计为超期。',
    },
    'up',
  ),
  excluded_share: share(
    'excluded',
    'dispatched',
    { en: 'Excluded share', zh: '剔除率' },
    { en: 'Excluded orders, of dispatched orders.', zh: '剔除工单占派单量的比例。' },
    'down',
  ),
  enterprise_share: share(
    'enterprise',
    'appellant_known',
    { en: 'From enterprises', zh: '企业诉求占比' },
    {
      en: 'Share from enterprises, where the appellant is known.',
      zh: '诉求人类型已知的诉求中，企业诉求的比例。',
    },
  ),
  not_located_share: share(
    'not_located',
    'appeals',
    { en: 'Not located', zh: '未定位占比' },
    { en: 'Share of appeals without a usable location.', zh: '没有可用位置的诉求占比。' },
    'down',
  ),
  median_hours_to_close: {
    kind: 'closing_time_quantile',
    quantile: 0.5,
    unit: 'hours',
    better: 'down',
    label: { en: 'Median time to close', zh: '办结用时中位数' },
    description: {
      en: 'Half of the closed appeals, desk answers apart, took no longer from receipt to closing; interpolated.',
      zh: '一半已办结诉求（不含直接答复）从受理到办结的用时不超过此值；在分组内插值。',
    },
  },
  p90_hours_to_close: {
    kind: 'closing_time_quantile',
    quantile: 0.9,
    unit: 'hours',
    better: 'down',
    label: { en: '90 % closed within', zh: '90%办结用时' },
    description: {
      en: 'Nine in ten closed appeals, desk answers apart, took no longer from receipt to closing; interpolated.',
      zh: '九成已办结诉求（不含直接答复）从受理到办结的用时不超过此值；在分组内插值。',
    },
  },
  callers: {
    kind: 'distinct_callers',
    unit: 'count',
    label: { en: 'Callers', zh: '诉求人数' },
    description: {
      en: 'Different callers among appeals whose caller is known; estimated, standard error 1.6 %.',
      zh: '诉求人已知的诉求中不同诉求人的估计数目，标准误差1.6%。',
    },
  },
  repeat_share: {
    kind: 'repeat_share',
    unit: 'share',
    label: { en: 'Repeat appeals', zh: '重复诉求占比' },
    description: {
      en: 'Appeals beyond the first of each caller in the group and period, of appeals whose caller is known.',
      zh: '在该组和时间范围内，每位诉求人首件以外的诉求，占诉求人已知诉求的比例。',
    },
  },
  per_10k_residents: {
    kind: 'per_residents',
    measure: 'appeals',
    unit: 'per_10k',
    label: { en: 'Per 10,000 residents', zh: '每万人诉求量' },
    description: {
      en: 'Appeals of the period per 10,000 residents (last census) of the area.',
      zh: '该时间范围内诉求量除以辖区常住人口（最近一次普查），按每万人计。',
    },
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;
export const metricNames = Object.keys(metrics) as MetricName[];
/** The declaration of a metric, with its type widened to {@link Metric}. */
export const metricOf = (name: MetricName): Metric => metrics[name];

/**
 * Whether a change is also told as a share of what was before: of everything but shares, whose change is told
 * in points.
 */
export const hasChangeShare = (name: MetricName): boolean => metricOf(name).unit !== 'share';
