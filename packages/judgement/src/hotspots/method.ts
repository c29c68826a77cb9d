import type { Bilingual, Expectation, Method, MethodPart } from '@hotline-atlas/model';
import { rounded } from '../answer/numbers.ts';
import type { HotspotsJudged } from './judge.ts';
import type { HotspotsQuestion } from './request.ts';

const expectations: Record<Expectation, Bilingual> = {
  even: {
    en: 'the same in every place: the count of the step divided by the number of places',
    zh: '各地点相同：当期总量除以地点数',
  },
  residents: {
    en: 'in proportion to residents: the count of the step times the share of the place in all residents',
    zh: '按常住人口比例：当期总量乘以该地人口占比',
  },
  appeals: {
    en: 'in proportion to all appeals: the count of the step times the share of the place in all appeals of that step',
    zh: '按全部诉求比例：当期总量乘以该地占同期全部诉求的比例',
  },
  usual: {
    en: 'the usual level of the place: its share over the whole period times the count of the step',
    zh: '按该地往常水平：全期占比乘以当期总量',
  },
};

const parts = (
  { level }: HotspotsQuestion,
  expected: Expectation,
  alpha: number,
  dispersion: number,
): MethodPart[] => [
  {
    name: 'quantile_residual',
    title: { en: 'Count against expectation, as a normal score', zh: '计数相对预期的正态得分' },
    parameters: {
      expected: expectations[expected].en,
      distribution: 'negative binomial',
      dispersion: rounded(dispersion, 4) ?? 0,
    },
    reference:
      'Dunn & Smyth (1996), J. Comput. Graph. Stat. 5, 236-244; Breslow (1984), Applied Statistics 33, 38-44',
  },
  {
    name: 'getis_ord_gi_star',
    title: { en: 'Getis-Ord Gi* of the scores', zh: '得分的Getis-Ord Gi*' },
    parameters: {
      neighbours: level === 'cell' ? 'H3 ring 1 and the cell itself' : 'shared borders and the area itself',
      weights: 'binary',
    },
    reference: 'Ord & Getis (1995), Geographical Analysis 27, 286-306',
  },
  {
    name: 'benjamini_hochberg',
    title: { en: 'False-discovery control', zh: '错误发现率控制' },
    parameters: { family: 'all places in all steps of the question', alpha },
    reference:
      'Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300; Caldas de Castro & Singer (2006), Geographical Analysis 38, 180-208',
  },
  {
    name: 'mann_kendall',
    title: { en: 'Mann-Kendall trend of the Gi* of a place', zh: '各地点Gi*序列的Mann-Kendall趋势' },
    parameters: { alpha },
    reference: 'Mann (1945), Econometrica 13, 245-259; Kendall (1975)',
  },
  {
    name: 'emerging_hot_spots',
    title: { en: 'Classes of emerging hot spots', zh: '新兴热点分类' },
    parameters: { hot: 'q ≤ 0.1 and z > 0', nearly_always: 0.9 },
    reference: 'Esri, How Emerging Hot Spot Analysis works (rules as stated with each class)',
  },
  {
    name: 'global_moran',
    title: { en: "Global Moran's I of the latest step", zh: '最近一期的全局Moran指数' },
    parameters: { weights: 'row-standardised', assumption: 'randomisation' },
    reference: 'Cliff & Ord (1981), Spatial Processes',
  },
];

/** How hot spots were judged. */
export const hotspotsMethod = (
  question: HotspotsQuestion,
  expected: Expectation,
  alpha: number,
  judged: Pick<HotspotsJudged, 'dispersion'>,
  sample: Record<string, number>,
): Method => ({
  title: { en: 'Hot and cold spots', zh: '热点与冷点' },
  summary: {
    en: `Each count is compared with what was to be expected there, ${expectations[expected].en}. A place is hot where it and its neighbours together lie further above the expectation than chance explains.`,
    zh: `每个计数与当地预期值比较，预期${expectations[expected].zh}。某地及其相邻地点合计高于预期，且超出正常波动范围，即为热点。`,
  },
  parts: parts(question, expected, alpha, judged.dispersion),
  sample,
  corrections: [
    {
      en: 'Benjamini-Hochberg over all places in all steps of the question, so that a longer question does not find more by chance; neighbouring Gi* depend on one another positively, for which it holds.',
      zh: '对全部时期的全部地点一并做Benjamini-Hochberg校正，时期再多也不会因随机波动而多报；相邻Gi*为正相关，该校正仍成立。',
    },
  ],
  caveats: [
    {
      en: 'Appeals are what people report, not what happens. Where few people report, little can be seen.',
      zh: '诉求反映的是市民的上报，而非事件本身；上报少的地方能看到的也少。',
    },
    {
      en: 'Counts are whole numbers: between two possible scores one is drawn by a fixed number of the place and step, so the same question always has the same answer.',
      zh: '计数为整数，相邻得分之间按地点和时段的固定随机数取值，因此同一问题的答案始终相同。',
    },
    {
      en: 'Cells in order of size and shape are arbitrary: look at another resolution before acting.',
      zh: '网格大小和形状是人为划定的；行动前请换一种分辨率再看。',
    },
  ],
});
