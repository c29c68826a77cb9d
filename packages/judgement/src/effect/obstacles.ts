import type { Bilingual, EffectObstacle } from '@hotline-atlas/model';

/** Placebos that a p of 5 % takes. */
export const fewestPlacebos = 19;

/** Why nothing can be said of an effect, in words. */
export const obstacleWords: Record<EffectObstacle, Bilingual> = {
  not_begun: {
    en: 'The topic has no day on which the work began, or it lies after the data: say it in work_from.',
    zh: '未填写工作开始日期，或该日期在数据截止之后，请填写“开始日期”。',
  },
  short_before: {
    en: 'Fewer than 24 whole months lie before the work, out of regimes: the season cannot be told from an effect.',
    zh: '开始前可用的完整月份不足24个月（不含特殊时期），无法区分季节影响与工作成效。',
  },
  no_after: {
    en: 'No whole month since the work began has data that is ripe.',
    zh: '开始后尚无数据完整且为最终数据的月份。',
  },
  too_few: {
    en: 'What was worked on has too few appeals a month, or too few that were asked.',
    zh: '该问题每月诉求量或回访量过少。',
  },
  few_controls: {
    en: `Fewer than ${fewestPlacebos} comparable controls: even a certain effect could not be told at 5 %.`,
    zh: `可比对照不足${fewestPlacebos}个，即使确有成效也无法在5%水平上判定。`,
  },
  poor_fit: {
    en: 'No mix of controls went with it before the work: the gap is too wide to tell an effect.',
    zh: '开始前没有任何对照组合与之走势相近，差距过大，无法判断成效。',
  },
  moved_before: {
    en: 'It parted from its control before the work began: what came after cannot be put down to the work.',
    zh: '开始之前就已偏离对照，此后的变化不能归因于该项工作。',
  },
};
