import type { MetricName } from '@hotline-atlas/model';
import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

type Named = Partial<Record<MetricName | 'overdue', string>>;

/** Words of the page of the city. */
export const cityWords = dictionary(
  {
    month: 'Month',
    earlier: 'Month before',
    later: 'Month after',
    soFar: 'this month so far',
    against: (before: string | null, year: string | null) =>
      before && year
        ? `against ${before}, comparable days, and ${year}`
        : before || year
          ? `against ${before ?? year}, comparable days`
          : 'no data before it to compare with',
    dataTo: 'Data to',
    visits: 'Return visits',
    ripe: (share: string) => `${share} in`,
    final: (day: string) => `final about ${day}`,
    about: (day: string) => `final ~${day}`,
    notFinal: 'not final yet',
    print: 'Print',

    sentences: 'What to know first',
    noSentences: 'Nothing can be said of this month.',
    how: 'How',
    howLabel: (finding: string) => `How this was found: ${finding}`,
    story: 'Its story',
    storyOf: (finding: string) => `Its story: ${finding}`,
    figuresSaid: 'Figures of this sentence',
    columns: {
      figure: 'Figure',
      value: 'Value',
      before: 'Before',
      change: 'Change',
      cases: 'n',
      mark: 'Mark',
    },
    perDay: (metric: string) => `${metric} a day`,
    kinds: {
      expected: 'expected on the same topics',
      expected_a_day: 'with what season and trend lead one to expect',
      season: 'the season alone',
      areas: 'areas that moved the same way',
      tested: 'looked at',
      total: 'the whole period',
    } as Partial<Record<string, string>>,

    rail: 'Whom to ask, and alerts',
    figures: 'Six figures',
    cases: (count: string) => `n ${count}`,
    labels: {
      appeals: 'Appeals a day',
      resolution_rate: 'Resolved',
      satisfaction_rate: 'Satisfied',
      on_time_rate: 'On time',
      overdue: 'Overdue now',
      excluded_share: 'Excluded',
    } as Named,
    inDays: (count: string, days: string) => `${count} in ${days} days`,
    interval: (low: string, high: string) => `95%: ${low}–${high}`,
    ofCases: (numerator: string, cases: string) => `${numerator} of ${cases}`,
    tooFew: 'too few to say',
    noCases: 'no cases',
    onDay: (day: string) => `on ${day}`,
    ofOpen: (open: string) => `of ${open} open`,
    longOpen: (count: string) => `${count} open over 15 days`,
    noBefore: 'nothing to compare with',
    on: (period: string) => `on ${period}`,
    onYear: (period: string) => `on ${period}`,
    comparedOn: (period: string) => `Change on ${period}`,
    finalMonth: (month: string, value: string) => `${month}, final: ${value}`,
    courseOf: (metric: string, months: number) => `${metric}, ${months} months`,
    unrecorded: (what: string) => `Not recorded by this city's source: ${what}.`,
    comma: ', ',
    points: ' pp',
  },
  {
    month: '月份',
    earlier: '上一月',
    later: '下一月',
    soFar: '本月未满',
    against: (before, year) =>
      before && year
        ? `对比${before}（可比日）及${year}`
        : before || year
          ? `对比${before ?? year}（可比日）`
          : '此前无数据，不作对比',
    dataTo: '数据截至',
    visits: '回访',
    ripe: (share) => `已完成${share}`,
    final: (day) => `预计${day}前后为最终数据`,
    about: (day) => `约${day}`,
    notFinal: '初步数据',
    print: '打印',

    sentences: '本月要点',
    noSentences: '本月数据不足，暂不列要点。',
    how: '依据',
    howLabel: (finding) => `依据：${finding}`,
    story: '详情',
    storyOf: (finding) => `详情：${finding}`,
    figuresSaid: '本条所用数据',
    columns: { figure: '指标', value: '数值', before: '对比期', change: '变化', cases: '样本', mark: '判定' },
    perDay: (metric) => `日均${metric}`,
    kinds: {
      expected: '同类事项应有水平',
      expected_a_day: '含季节和趋势预期',
      season: '季节因素',
      areas: '同向变化的区域数',
      tested: '已查看数',
      total: '全期',
    },

    rail: '今日督办与预警',
    figures: '六项指标',
    cases: (count) => `n=${count}`,
    labels: {
      appeals: '日均诉求',
      resolution_rate: '解决率',
      satisfaction_rate: '满意率',
      on_time_rate: '按时办结率',
      overdue: '当前超期',
      excluded_share: '剔除率',
    },
    inDays: (count, days) => `${days}天共${count}件`,
    interval: (low, high) => `95%区间${low}–${high}`,
    ofCases: (numerator, cases) => `${cases}件中${numerator}件`,
    tooFew: '样本过少',
    noCases: '无样本',
    onDay: (day) => `较${day}`,
    ofOpen: (open) => `未办结${open}件`,
    longOpen: (count) => `未办结超15天${count}件`,
    noBefore: '无可比数据',
    on: (period) => `较${period}`,
    onYear: () => '较上年',
    comparedOn: (period) => `较${period}变化`,
    finalMonth: (month, value) => `${month}（最终数据）${value}`,
    courseOf: (metric, months) => `${metric}，${months}个月`,
    unrecorded: (what) => `本市数据来源未记录：${what}。`,
    comma: '、',
    points: '百分点',
  },
);
