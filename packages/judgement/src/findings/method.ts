import type { Method, MethodPart } from '@hotline-atlas/model';

const parts: MethodPart[] = [
  {
    name: 'change',
    title: { en: 'What moved: the judgement of change', zh: '变化：采用变化评判' },
    parameters: { appeals_by: 'topics', rates_by: 'areas, units or topics', level: 0.05 },
    reference: 'docs/statistics.md: Change',
  },
  {
    name: 'season_apart',
    title: { en: 'What the season leaves unexplained comes first', zh: '优先列出季节因素未能解释的变化' },
    parameters: { seasonal_from: 'two thirds of the change' },
    reference: 'docs/statistics.md: Findings',
  },
  {
    name: 'expected_range',
    title: { en: 'What season and trend lead one to expect', zh: '季节与趋势的预期区间' },
    parameters: { confidence: 0.95, from: 'the months before, regimes left out' },
    reference: 'docs/statistics.md: Trend',
  },
  {
    name: 'low_rates',
    title: { en: 'Who lies below what is expected: the judgement of rates', zh: '低于预期：采用比率评价' },
    parameters: { months: 12, asked_about: 'verdict lower, and outside the usual spread', level: 0.05 },
    reference: 'docs/statistics.md: Rates',
  },
  {
    name: 'late_orders',
    title: { en: 'Who is late with open orders, as rates are judged', zh: '未办结工单超期偏多：按比率评价' },
    parameters: { of: 'open orders that are not overdue', against: 'all units' },
    reference: 'docs/statistics.md: Rates',
  },
];

/** How findings were chosen. */
export const findingsMethod = (sample: Record<string, number>): Method => ({
  title: { en: 'Findings: what to know first', zh: '要点：首先需要了解的情况' },
  summary: {
    en: 'Sentences made from the figures beside them. Each says only what a test bears out; where none does, it says that nothing changed beyond chance, or that too few were asked.',
    zh: '各句均由所附数据生成，只陈述检验支持的结论；检验不支持时，说明变化属正常波动，或样本过少。',
  },
  parts,
  sample,
  corrections: [
    {
      en: 'Benjamini-Hochberg over the groups of each question, and over the rates of the whole.',
      zh: '对每个问题的全部对象，以及总体的各项比率，分别做Benjamini-Hochberg校正。',
    },
  ],
  caveats: [
    {
      en: 'The sentences choose: of several changes the one is told that the season explains least, of rates a fall before a rise.',
      zh: '要点有所取舍：多项变化中取季节因素解释最少者，比率先列下降、后列上升。',
    },
    {
      en: 'To be asked is not to be at fault: a rate or a number of overdue orders is where to begin.',
      zh: '列入过问名单不等于有过失：比率偏低或超期偏多只是查问的起点。',
    },
  ],
});
