import type { Method, MethodPart, Scheme } from '@hotline-atlas/model';
import { weightChange } from '../ranking/sensitivity.ts';

/** Fixed choices of the method. */
export interface EvaluationChoices {
  draws: number;
  seed: number;
  /** Weights are tried, and are not the rules. */
  isTried?: boolean;
}

const parts = (scheme: Scheme, { draws, seed }: EvaluationChoices): MethodPart[] => [
  {
    name: 'wilson_interval',
    title: { en: 'Interval of a rate', zh: '比率的置信区间' },
    parameters: { confidence: 0.95 },
    reference: 'Wilson (1927), J. Am. Stat. Assoc. 22, 209-212',
  },
  {
    name: 'score_interval',
    title: { en: 'Interval of a score from those of its rates', zh: '由各比率区间合成的得分区间' },
    parameters: { confidence: 0.95, correlation: 'of the outcomes of one order, counted over all orders' },
    reference: 'Zou & Donner (2008), Statistics in Medicine 27, 1693-1702',
  },
  {
    name: 'rank_intervals',
    title: { en: 'Ranks a unit may truly have', zh: '真实名次的可能范围' },
    parameters: { draws, seed, confidence: '0.95 on average over units, 0.85 of each' },
    reference:
      'Goldstein & Spiegelhalter (1996), J. R. Stat. Soc. A 159, 385-443; Gelman et al. (2013), Bayesian Data Analysis, 5.4',
  },
  {
    name: 'told_apart',
    title: { en: 'Neighbours that truly differ', zh: '确有差别的相邻名次' },
    parameters: { level: 0.05, control: 'family-wise over all neighbours' },
    reference: 'Holm (1979), Scandinavian J. Statistics 6, 65-70',
  },
  {
    name: 'movement',
    title: { en: 'Whether a change is real', zh: '变化是否真实' },
    parameters: {
      level: 0.05,
      control: 'false discoveries over all units',
      before: 'by the scheme of this month',
    },
    reference: 'Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300',
  },
  {
    name: 'shrunken_rates',
    title: { en: 'Rates of small units drawn to that of all', zh: '小样本单位比率向总体收缩' },
    parameters: {},
    reference: 'Kleinman (1973), J. Am. Stat. Assoc. 68, 46-54',
  },
  ...(scheme.case_mix.length > 0
    ? [
        {
          name: 'case_mix',
          title: { en: 'Scores at the case mix of all', zh: '按总体诉求构成标准化的得分' },
          parameters: { strata: scheme.case_mix.join(' × '), standardisation: 'indirect, by odds' },
          reference: 'Inskip, Beral, Fraser & Haskey (1983), Statistics in Medicine 2, 455-466',
        },
      ]
    : []),
  {
    name: 'weights',
    title: { en: 'Ranks with other weights', zh: '权重变化下的名次' },
    parameters: { change: weightChange, besides: 'equal weights' },
    reference: 'Saisana, Saltelli & Tarantola (2005), J. R. Stat. Soc. A 168, 307-323',
  },
];

/** How a month was evaluated. */
export const evaluationMethod = (
  scheme: Scheme,
  choices: EvaluationChoices,
  sample: Record<string, number>,
): Method => ({
  title: { en: 'Evaluation: score, rank, and how sure', zh: '考评：得分、名次及其可靠程度' },
  summary: {
    en: `By the scheme ${scheme.name}: each rate becomes points, rounded to ${scheme.decimals} decimals; the score is their sum. How often orders are asked about is chance, so a rate, a score and a rank are told with what they may truly be, and two neighbours are told apart only where that rules out a tie.`,
    zh: `按方案${scheme.name}：各比率折算为分值（保留${scheme.decimals}位小数），相加即得分。回访到哪些工单带有随机性，因此比率、得分、名次均给出可能范围；只有排除随机波动后，相邻名次才算确有差别。`,
  },
  parts: parts(scheme, choices),
  sample,
  corrections: [
    {
      en: 'Holm over all neighbours; Benjamini-Hochberg over all movements.',
      zh: '相邻名次比较用Holm校正，逐月变化用Benjamini-Hochberg校正。',
    },
  ],
  caveats: [
    {
      en: 'Only chance is in the intervals: which orders came and which were asked about. Orders of one matter are not independent, and rules that are unfair stay so.',
      zh: '区间只含随机性：来了哪些工单、回访到哪些工单。同一事件的工单并不独立；规则本身是否公平不在其内。',
    },
    ...(choices.isTried
      ? [
          {
            en: 'The weights are tried. They are not the rules, and nobody is ranked by them.',
            zh: '权重为试算权重，并非考评办法，不作为排名依据。',
          },
        ]
      : []),
    ...(scheme.example
      ? [
          {
            en: 'The scheme is an example, not the rules of the city.',
            zh: '所用方案为示例，并非本市的考评办法。',
          },
        ]
      : []),
  ],
});

/** What parts of the method a course of months rests on. */
const ofCourse = new Set(['wilson_interval', 'score_interval', 'rank_intervals']);

/** How months of a group were evaluated. @param names of the schemes that were valid, oldest first */
export function courseMethod(
  newest: Scheme,
  names: readonly string[],
  choices: EvaluationChoices,
  sample: Record<string, number>,
): Method {
  const { parts: all, caveats, ...method } = evaluationMethod(newest, choices, sample);
  return {
    ...method,
    title: { en: 'Evaluation, month by month', zh: '逐月考评' },
    summary: {
      en: `Each month by the scheme that was valid in it (${names.join(', ')}), with the intervals that the month itself tells.`,
      zh: `各月均按当月有效的方案（${names.join('、')}）计算，区间与当月考评一致。`,
    },
    parts: all.filter(({ name }) => ofCourse.has(name) && (choices.draws > 0 || name !== 'rank_intervals')),
    corrections: [],
    caveats: [
      ...(names.length > 1
        ? [
            {
              en: 'Schemes differ, so scores and ranks by one are not comparable with those by another.',
              zh: '方案不同，前后得分与名次不可直接比较。',
            },
          ]
        : []),
      ...caveats,
    ],
  };
}

const depthParts: MethodPart[] = [
  {
    name: 'topics',
    title: { en: 'What each topic gives to the difference', zh: '各类问题对差距的贡献' },
    parameters: { against: 'all units of the group together', parts: 'handling and mix, no rest' },
    reference: 'Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194',
  },
  {
    name: 'marks',
    title: { en: 'Whether a topic or an exclusion truly differs', zh: '各类问题、剔除情况是否确有差别' },
    parameters: {
      level: 0.05,
      control: 'false discoveries over all of the unit',
      against: 'the rest of the group',
    },
    reference:
      'Fisher (1935), J. R. Stat. Soc. 98, 39-82; Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300',
  },
  {
    name: 'like_units',
    title: { en: 'Units of like volume and mix', zh: '工单量与构成相近的单位' },
    parameters: { volume: 'logarithm to base 2', mix: 'twice the total variation by topic' },
    reference: 'Own choice: a distance, not a test',
  },
];

/** How the month of one unit was looked into. */
export function depthMethod(
  scheme: Scheme,
  choices: EvaluationChoices,
  sample: Record<string, number>,
): Method {
  const { parts: all, ...method } = evaluationMethod(scheme, choices, sample);
  const kept = all.filter(({ name }) => ofCourse.has(name) || name === 'told_apart');
  return {
    ...method,
    title: { en: 'Evaluation of one unit', zh: '单位考评分析' },
    parts: [...kept, ...depthParts],
    corrections: [
      {
        en: 'Holm over all neighbours, Bonferroni for those after the next; Benjamini-Hochberg over topics and over reasons of the unit.',
        zh: '相邻名次用Holm校正，隔一名用Bonferroni校正；各类问题、各剔除原因用Benjamini-Hochberg校正。',
      },
    ],
    caveats: [
      {
        en: 'Figures are those of the data of today, with what objections changed.',
        zh: '数据以当前版本为准，已计入申诉审核结果。',
      },
      ...method.caveats,
    ],
  };
}
