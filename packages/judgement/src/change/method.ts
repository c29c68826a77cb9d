import { type Method, type MethodPart, metricOf } from '@hotline-atlas/model';
import type { ChangeQuestion } from './request.ts';

/** What the judgement of change rests on. */
export interface ChangeBasis {
  kind: 'counts' | 'rate';
  fewest: number;
  /** Months of history. */
  months: number;
  seasonYears: number[];
  adjusted: boolean;
}

const reads = (...references: string[]): string => references.join('; ');

const comparison = ({ adjusted }: ChangeBasis): MethodPart => ({
  name: 'paired_days',
  title: { en: 'The same days on both sides', zh: '两期均取可比日' },
  parameters: { weighted_to_weekdays: adjusted },
  reference: 'docs/decisions: the rule of comparison',
});

const test = ({ kind }: ChangeBasis): MethodPart =>
  kind === 'counts'
    ? {
        name: 'conditional_binomial',
        title: { en: 'Two counts, given their sum', zh: '给定合计下的两期计数检验' },
        parameters: { p: 'mid-p, two-sided', normal_above: 10_000 },
        reference: reads(
          'Przyborowski & Wilenski (1940), Biometrika 31, 313-323',
          'Lancaster (1961), J. Am. Stat. Assoc. 56, 223-234',
        ),
      }
    : {
        name: 'fisher_mid_p',
        title: { en: "Two shares by Fisher's exact test", zh: '两个比率的费希尔精确检验' },
        parameters: { p: 'mid-p, two-sided', normal_above: 10_000 },
        reference: reads(
          'Fisher (1935), J. R. Stat. Soc. 98, 39-82',
          'Hwang & Yang (2001), Statistica Sinica 11, 807-826',
        ),
      };

const dispersion = ({ kind, months }: ChangeBasis): MethodPart => ({
  name: 'usual_dispersion',
  title: { en: 'Usual ups and downs of each group', zh: '各对象平时的起伏' },
  parameters: {
    from:
      kind === 'counts'
        ? 'months beside those around them, as in other years'
        : 'months beside those around them',
    months,
    at_least: 1,
  },
  reference: reads(
    'McCullagh & Nelder (1989), Generalized Linear Models, 6.2',
    'Satterthwaite (1946), Biometrics Bulletin 2, 110-114',
  ),
});

const intervals = ({ kind }: ChangeBasis): MethodPart => ({
  name: kind === 'counts' ? 'wilson_and_mover' : 'newcombe',
  title: { en: 'Intervals of 95 %', zh: '95%置信区间' },
  parameters: { confidence: 0.95 },
  reference: reads(
    'Newcombe (1998), Statistics in Medicine 17, 873-890',
    'Zou & Donner (2008), Statistics in Medicine 27, 1693-1702',
  ),
});

const discovery = ({ level }: ChangeQuestion): MethodPart => ({
  name: 'benjamini_hochberg',
  title: { en: 'False-discovery control', zh: '错误发现率控制' },
  parameters: { family: 'all groups that were tested', level },
  reference: 'Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300',
});

const decomposition = ({ kind }: ChangeBasis): MethodPart => ({
  name: 'decomposition',
  title: { en: 'Parts of the change of the whole', zh: '对总体变化的贡献' },
  parameters: {
    parts: kind === 'counts' ? 'differences' : 'own rate, and share of the whole against the mean',
  },
  reference: reads(
    'Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194',
    'Das Gupta (1993), U.S. Bureau of the Census P23-186',
  ),
});

const season = ({ seasonYears }: ChangeBasis): MethodPart => ({
  name: 'season_of_earlier_years',
  title: { en: 'What the season explains', zh: '季节因素' },
  parameters: { years: seasonYears.join(', ') },
  reference: 'the same days in earlier years, together',
});

/** How a change was judged. */
export const changeMethod = (
  question: ChangeQuestion,
  basis: ChangeBasis,
  sample: Record<string, number>,
): Method => {
  const { label } = metricOf(question.metric);
  return {
    title: { en: 'Change: what truly moved', zh: '变化评判：哪些变化明显' },
    summary: {
      en: `${label.en} of both periods on the same days. A change is told as beyond chance where neither chance nor the usual ups and downs of the group explain it, in all findings together with at most one of twenty wrong. What the season explains is told apart. Large groups are certain of small changes: look at the size too.`,
      zh: `按可比日比较两期的${label.zh}。若随机波动与该对象平时的起伏都难以解释，则为“变化明显”，全部结论中错误的比例控制在二十分之一以内；季节因素另行列出。样本大的对象，微小变化也会十分确定，请同时看变化大小。`,
    },
    parts: [
      comparison(basis),
      test(basis),
      dispersion(basis),
      intervals(basis),
      ...(question.by ? [discovery(question), decomposition(basis)] : []),
      ...(basis.seasonYears.length > 0 ? [season(basis)] : []),
    ],
    sample,
    corrections: question.by
      ? [
          {
            en: 'Benjamini-Hochberg over all groups that were tested; the whole has a test of its own.',
            zh: '对全部受检对象做Benjamini-Hochberg校正；总体单独检验。',
          },
        ]
      : [],
    caveats: [
      {
        en: `Nothing is announced from fewer than ${basis.fewest}: both sides together for counts, either side for rates.`,
        zh: `不足${basis.fewest}件不下结论：数量按两期合计，比率按每一期。`,
      },
      {
        en: 'Usual ups and downs are known by the month: a bustle that lasts for several months is told as a change.',
        zh: '平时的起伏按月估计：持续数月的波动会被判为变化。',
      },
    ],
  };
};
