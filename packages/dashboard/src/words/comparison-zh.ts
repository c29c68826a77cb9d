import type { ComparisonWords } from './comparison-en.ts';

const daily = (told: boolean) => (told ? '日均' : '');

/** 比较口径与数据日期的中文文字。 */
export const comparisonZh: ComparisonWords = {
  on: (period, told) => `${daily(told)}较${period}`,
  moved: (size, direction, period, told) =>
    direction === 'same'
      ? `${daily(told)}与${period}持平`
      : `${daily(told)}较${period}${direction === 'up' ? '上升' : '下降'}${size}`,
  totals: (now, before) => `合计${now}，对比期${before}`,
  fewCompared: '样本过少，不作比较',
  none: '无可比数据',
  greyMark: (period, compared) => (compared ? `灰线：${period}（可比日）` : `灰线：${period}`),
  wholeBefore: (value) => `对比期合计${value}`,

  title: {
    up: (metric, size, on, told) => `${metric}${daily(told)}较${on}上升${size}`,
    down: (metric, size, on, told) => `${metric}${daily(told)}较${on}下降${size}`,
    same: (metric, on, told) => `${metric}${daily(told)}与${on}持平`,
    figure: (metric, signed, on, told) => `${metric}${daily(told)}较${on}${signed}`,
    chance: (metric, signed, on, told) => `${metric}较${on}无明显变化（${daily(told)}${signed}）`,
    provisional: (metric, on) => `${metric}为初步数据，暂不与${on}比较`,
    few: (metric) => `${metric}样本过少，不作比较`,
  },

  ripeness: {
    label: '结果完整度',
    short: (share) => (share === null ? '初步数据' : `初步数据：已计入${share}`),
    known: (share) => `应计入的工单已计入${share}`,
    from: (day) => `预计${day}前后为最终数据`,
    counts: ({ dispatched, closed, visited, excluded, open }) =>
      `派单${dispatched}件，其中办结${closed}件、回访${visited}件、剔除${excluded}件、未办结${open}件`,
    probably: (rate, lower, upper) => `最终约为${rate}（${lower}–${upper}）`,
    bucket: '初步数据',
    dashed: '虚线：初步数据',
    monthShown: (month) => `${month}为最近一个有最终数据的月份。`,
    showNewest: (month) => `查看${month}（初步数据）`,
  },
  days: (days, of) => `${of}天中${days}天有数据`,
  pairs: (days, of) => `${of}天中${days}天可比`,
  weekdays: '已按星期和节假日构成调整',
  without: (names) => `不含${names}`,
  reason: (name, days) => `${name}（${days}）`,
  andMore: (days, more) => `${days}等，另有${more}段`,
  comma: '、',
  semicolon: '；',
  facts: { covered: '有数据天数', compared: '可比天数', all: '全部' },

  columns: {
    before: '对比期',
    paired: '可比日',
    before_paired: '对比期可比日',
    change: '变化',
    change_share: '变化率',
  },
  columnOf: (metric, column) => `${metric}：${column}`,
};
