import type { Method, MethodPart } from '@hotline-atlas/model';
import { levelOfDiscoveries } from './shape.ts';

const growth: MethodPart = {
  name: 'paired_change',
  title: { en: 'Growth on the same days of both sides', zh: '按可比日计算增长' },
  parameters: { against: 'the same month of the newest earlier year out of regimes; the month before' },
  reference: 'as GET /api/change: Przyborowski & Wilenski (1940), Biometrika 31, 313-323',
};

const spread: MethodPart = {
  name: 'effective_number',
  title: { en: 'Effective number of subdistricts', zh: '有效街道数' },
  parameters: { formula: '1 / sum of squared shares' },
  reference: 'Laakso & Taagepera (1979), Comparative Political Studies 12, 3-27',
};

const resolution: MethodPart = {
  name: 'fisher_mid_p',
  title: { en: 'Resolution against all other topics', zh: '解决率与其他全部分类比较' },
  parameters: { interval: 'Wilson, 95 %', p: 'mid-p, two-sided' },
  reference: 'Fisher (1935), J. R. Stat. Soc. 98, 39-82; Wilson (1927), J. Am. Stat. Assoc. 22, 209-212',
};

const season: MethodPart = {
  name: 'year_season',
  title: { en: 'Season: level of the year × calendar month', zh: '季节性：年度水平×月份' },
  parameters: { known_at: levelOfDiscoveries, in_season_from: 1.1 },
  reference:
    'Deming & Stephan (1940), Ann. Math. Stat. 11, 427-444; McCullagh & Nelder (1989), Generalized Linear Models, 6.2',
};

const persistence: MethodPart = {
  name: 'months_above_usual',
  title: { en: 'Months above the same months of earlier years', zh: '高于往年同月的月数' },
  parameters: { years: 3, of_months: 12, level: 0.05 },
  reference: 'as GET /api/growth: Przyborowski & Wilenski (1940); Satterthwaite (1946)',
};

const dominance: MethodPart = {
  name: 'undominated',
  title: { en: 'Not dominated', zh: '非劣' },
  parameters: { rule: 'no other topic is as high in all criteria and higher in one' },
  reference: 'Pareto (1906), Manuale di economia politica',
};

/** How candidates are told. */
export const candidatesMethod = (sample: Record<string, number>): Method => ({
  title: { en: 'Candidates for the topic of the month', zh: '每月一题备选问题' },
  summary: {
    en: 'Each topic with the numbers that speak for it, each by itself. There is no score of all: whoever asks chooses the order. Marked are topics that no other topic dominates in the criteria chosen.',
    zh: '逐一列出各分类的各项数据，不合成总分，排序由查询者选定。所选各项上没有被其他分类全面超过的，标为“非劣”。',
  },
  parts: [growth, spread, resolution, season, persistence, dominance],
  sample,
  corrections: [
    {
      en: 'Benjamini-Hochberg over the topics listed, for growth, resolution and season each.',
      zh: '增长、解决率、季节性分别对所列全部分类做Benjamini-Hochberg校正。',
    },
  ],
  caveats: [
    {
      en: 'Repeats are of callers, estimated with a standard error of 1.6 %; matters of one topic are taken for one.',
      zh: '重复诉求按诉求人估计（标准误差1.6%），同一分类的诉求视为同一事项。',
    },
    {
      en: 'The mark of not being dominated knows no chance: a topic may be marked by a difference that is none.',
      zh: '“非劣”标记不考虑随机波动，可能只因微小差异而被标出。',
    },
    {
      en: 'A topic that grows with the whole city is above its usual level too.',
      zh: '随全市总量一同增长的分类，也会显示为高于往常水平。',
    },
  ],
});
