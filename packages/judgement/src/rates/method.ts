import {
  type Bilingual,
  type Method,
  type MethodPart,
  metricOf,
  type RateDispersion,
  type RateExpectation,
} from '@hotline-atlas/model';
import type { RatesQuestion } from './request.ts';

/** Fixed choices of the method. */
export interface RatesChoices {
  fewest: number;
  draws: number;
  seed: number;
  alpha: number;
}

const standardisation: MethodPart = {
  name: 'indirect_standardisation',
  title: { en: 'What is expected on the same topics', zh: '按同类事项计算的预期' },
  parameters: { topics: 'second level', of: 'all groups together', by: 'ratio of odds' },
  reference: 'Inskip, Beral, Fraser & Haskey (1983), Statistics in Medicine 2, 455-466',
};

const parts = (
  { expected }: RatesQuestion,
  dispersion: RateDispersion | null,
  { draws, seed, alpha }: RatesChoices,
): MethodPart[] => [
  ...(expected === 'topics' ? [standardisation] : []),
  {
    name: 'wilson_interval',
    title: { en: 'Interval of the rate as counted', zh: '实际比率的置信区间' },
    parameters: { confidence: 0.95 },
    reference: 'Wilson (1927), J. Am. Stat. Assoc. 22, 209-212',
  },
  {
    name: 'funnel',
    title: {
      en: 'Funnel about the mean of all, on the scale of arcsine square roots',
      zh: '以总体比率为中心的漏斗图（反正弦平方根尺度）',
    },
    parameters: { limits: '95 %, 99.8 %' },
    reference:
      'Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202; Anscombe (1948), Biometrika 35, 246-254',
  },
  {
    name: 'additive_overdispersion',
    title: { en: 'Usual spread between groups, beyond chance', zh: '各对象间超出随机波动的常见差异' },
    parameters: {
      winsorised: '10 % at either end',
      ratio: dispersion?.ratio ?? 0,
      between: dispersion?.between ?? 0,
      spread: dispersion?.spread ?? 0,
    },
    reference:
      'Spiegelhalter (2005), Quality and Safety in Health Care 14, 347-351; Paule & Mandel (1982), J. Res. National Bureau of Standards 87, 377-385',
  },
  {
    name: 'benjamini_hochberg',
    title: { en: 'False-discovery control', zh: '错误发现率控制' },
    parameters: { family: 'all groups that are not small', alpha },
    reference: 'Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300',
  },
  {
    name: 'empirical_bayes',
    title: {
      en: 'Shrunken rates with intervals (empirical Bayes, beta-binomial)',
      zh: '经验贝叶斯收缩比率及区间（贝塔-二项）',
    },
    parameters: {
      borrowed_appeals: dispersion?.borrowed ?? 'all',
      confidence: 0.95,
    },
    reference:
      'Kleinman (1973), J. Am. Stat. Assoc. 68, 46-54; Efron & Morris (1975), J. Am. Stat. Assoc. 70, 311-319',
  },
  {
    name: 'rank_intervals',
    title: { en: 'Ranks of the shrunken rates with intervals', zh: '收缩比率的排名及其区间' },
    parameters: { draws, seed, confidence: 0.95 },
    reference: 'Goldstein & Spiegelhalter (1996), J. R. Stat. Soc. A 159, 385-443',
  },
];

const against: Record<RateExpectation, Bilingual> = {
  topics: {
    en: 'what all together reach on the same topics',
    zh: '全体在同类事项上的水平',
  },
  mean: { en: 'that of all together', zh: '总体水平' },
};

const mixes: Record<RateExpectation, Bilingual> = {
  topics: {
    en: 'Topics are compared at the second level; within a topic one group may still have the harder cases. Of a group that alone handles its topics nothing can be said: what is expected of it is its own rate (own_part near 1).',
    zh: '按二级分类比较；同一分类内，个别对象的事项仍可能更难办。独自承办某类事项的对象无从比较：其预期就是自身水平（own_part接近1）。',
  },
  mean: {
    en: 'Groups do not handle the same things. A low rate may come from hard topics rather than from poor work: ask with expected=topics, or choose one topic.',
    zh: '各对象办理的事项不同。比率低可能是事项难办，而非工作不力；请按同类事项（expected=topics）比较，或选定一类事项。',
  },
};

/** How rates were judged. */
export const ratesMethod = (
  question: RatesQuestion,
  dispersion: RateDispersion | null,
  choices: RatesChoices,
  sample: Record<string, number>,
): Method => ({
  title: { en: 'Rates: who truly differs', zh: '比率评价：哪些确有差异' },
  summary: {
    en: `${metricOf(question.metric).label.en} of each group against ${against[question.expected].en}. Two questions are told apart. Is the true rate lower than that? Yes where chance alone, given how many were asked, explains the difference in less than one of twenty such findings. Does the group stand out? Only where it also lies further off than groups usually do.`,
    zh: `将各对象的${metricOf(question.metric).label.zh}与${against[question.expected].zh}比较，并区分两个问题：真实比率是否低于预期？——按样本量计算，若随机波动难以解释差异（错误发现率不超过二十分之一），即为“明显偏低”。是否突出？——差异还须超出各对象之间的常见差异。`,
  },
  parts: parts(question, dispersion, choices),
  sample,
  corrections: [
    {
      en: 'Benjamini-Hochberg over all groups, once for “truly lower or higher” and once for “stands out”.',
      zh: '对全部对象做Benjamini-Hochberg校正，“明显偏低/偏高”与“突出”各校正一次。',
    },
  ],
  caveats: [
    mixes[question.expected],
    {
      en: 'Where very many were asked, small differences are certain and still small: look at how many points they are.',
      zh: '样本很大时，微小差异也会十分确定，但差异本身仍小；请看相差多少个百分点。',
    },
    {
      en: `Groups with fewer than ${choices.fewest} asked are not judged and not ranked. Who was asked, and what was excluded, changes every rate.`,
      zh: `样本不足${choices.fewest}件的对象不评价、不排名。回访范围与剔除情况会影响每一项比率。`,
    },
  ],
});
