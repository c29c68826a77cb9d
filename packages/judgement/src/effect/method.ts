import type { Method, MethodPart } from '@hotline-atlas/model';
import { fewestBefore } from './judge.ts';
import { fewestPlacebos } from './obstacles.ts';

const season: MethodPart = {
  name: 'same_months_before',
  title: { en: 'The same calendar months before', zh: '与此前同月比较' },
  parameters: { scale: 'logarithm of appeals a day; rates as they are', fewest_months: fewestBefore },
  reference: 'Ferman & Pinto (2021), Quantitative Economics 12, 1197-1221 (levels taken out of each unit)',
};

const synthetic: MethodPart = {
  name: 'synthetic_control',
  title: { en: 'Synthetic control', zh: '合成对照' },
  parameters: { weights: 'none below 0, together 1, drawn together by a ridge' },
  reference:
    'Abadie, Diamond & Hainmueller (2010), J. Am. Stat. Assoc. 105, 493-505; ridge: Arkhangelsky et al. (2021), Am. Econ. Rev. 111, 4088-4118',
};

const difference: MethodPart = {
  name: 'difference_in_differences',
  title: { en: 'Difference in differences', zh: '双重差分' },
  parameters: { control: 'the mean of all controls' },
  reference: 'Conley & Taber (2011), Rev. Econ. Stat. 93, 113-125',
};

const placebo: MethodPart = {
  name: 'placebo_test',
  title: { en: 'Placebo tests in space and in time', zh: '安慰剂检验（空间与时间）' },
  parameters: {
    statistic: 'mean gap after ÷ root mean square of the gap before',
    similar: 'mean squared gap before at most five times as large',
    fewest: fewestPlacebos,
  },
  reference: 'Abadie (2021), Journal of Economic Literature 59, 391-425',
};

/** How an effect is judged. */
export const effectMethod = (sample: Record<string, number>): Method => ({
  title: { en: 'Effect of a topic of the month', zh: '每月一题成效评估' },
  summary: {
    en: 'What came after the work began is held against a control that nobody worked on: a weighted mean of units that went with it before, and the mean of all. Each control is taken as if it had been worked on; an effect is told where both methods rank it among the outermost twentieth, in the same direction.',
    zh: '将工作开始后的数据与未开展工作的对照比较：一是此前走势相近的加权对照，二是全部对照的平均。再把每个对照当作“已开展工作”重复计算；两种方法都把实际变化排在最外侧二十分之一以内且方向一致，才判为有变化。',
  },
  parts: [season, synthetic, difference, placebo],
  sample,
  corrections: [],
  caveats: [
    {
      en: 'It tells that something changed when the work began, not that the work did it.',
      zh: '结论只说明工作开始时发生了变化，不能证明变化由该项工作造成。',
    },
    {
      en: 'Appeals that are put under another topic from then on look like an effect, there and here.',
      zh: '若此后诉求被归入其他分类，此处与彼处都会显得有变化。',
    },
    {
      en: 'Fewer appeals may mean that fewer people ask. Look at the resolution rate too.',
      zh: '诉求减少也可能只是来电减少，请同时查看解决率。',
    },
  ],
});
