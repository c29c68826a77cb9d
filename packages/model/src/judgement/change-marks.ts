import type { Bilingual } from '../localized.ts';

/** What a judgement of change says of a group, most certain first. */
export const changeMarks = ['beyond_chance', 'provisional', 'chance', 'too_few'] as const;
export type ChangeMark = (typeof changeMarks)[number];

/**
 * Fewer than these are never announced: both sides together for counts, the denominator of either side for
 * rates.
 */
export const fewestAnnounced = 30;

/** The words of a mark. */
export interface MarkWords {
  /** One character that stands for the mark where there is no room for words. */
  symbol: string;
  label: Bilingual;
  rule: Bilingual;
}

/** One character that stands for a mark where there is no room for words. */
export const symbolOf: Readonly<Record<ChangeMark, string>> = {
  beyond_chance: '●',
  provisional: '○',
  chance: '–',
  too_few: '·',
};

/** The words of the marks: the same on screens, in files and in print. */
export const changeMarkWords: Record<ChangeMark, MarkWords> = {
  beyond_chance: {
    symbol: symbolOf.beyond_chance,
    label: { en: 'Beyond chance', zh: '变化明显' },
    rule: {
      en: 'Chance and the usual ups and downs of this group explain so large a change in fewer than one of twenty such findings.',
      zh: '随机波动与该对象平时的起伏难以解释如此大的变化（错误发现率不超过5%）。',
    },
  },
  provisional: {
    symbol: symbolOf.provisional,
    label: { en: 'Provisional', zh: '初步数据' },
    rule: {
      en: 'Too many orders of one side are not closed or not return-visited yet, or the data does not tell how many; the rate may still move.',
      zh: '其中一期尚有较多工单未办结或未回访，或数据无从得知；比率可能还会变动。',
    },
  },
  chance: {
    symbol: symbolOf.chance,
    label: { en: 'Within chance', zh: '属正常波动' },
    rule: {
      en: 'Chance and the usual ups and downs of this group can explain the change.',
      zh: '随机波动与该对象平时的起伏足以解释这一变化。',
    },
  },
  too_few: {
    symbol: symbolOf.too_few,
    label: { en: 'Too few', zh: '样本过少' },
    rule: {
      en: `Fewer than ${fewestAnnounced}: both sides together for counts, either side for rates. Or the group has too short a history to know its usual ups and downs.`,
      zh: `不足${fewestAnnounced}件（数量按两期合计，比率按每一期），或历史太短，不知其平时起伏。`,
    },
  },
};
