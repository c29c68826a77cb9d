import type { DimensionName } from '../dimensions.ts';
import { type ChangeMark, type MarkWords, symbolOf } from './change-marks.ts';

/** Dimensions whose values can be the rows or the columns of a matrix of growth. */
export const growthDimensions = [
  'district',
  'subdistrict',
  'unit',
  'topic1',
  'topic2',
  'topic3',
  'channel',
  'kind',
] as const satisfies DimensionName[];
export type GrowthDimension = (typeof growthDimensions)[number];

/** Cells of fewer appeals, in the period and the earlier ones together, are not tested. */
export const fewestOfCell = 5;
/** Nothing is called new from fewer appeals. */
export const fewestNew = 5;

/** What is said of a count beside its own usual level: nothing of it ripens. */
export const growthMarks = ['beyond_chance', 'chance', 'too_few'] as const satisfies ChangeMark[];

/** The words of the marks where a count is held against its own usual level. */
export const growthMarkWords: Record<ChangeMark, MarkWords> = {
  beyond_chance: {
    symbol: symbolOf.beyond_chance,
    label: { en: 'Beyond chance', zh: '明显异常' },
    rule: {
      en: 'Chance and the usual ups and downs of this count explain so large a difference from its usual level in fewer than one of twenty such findings.',
      zh: '随机波动与该数量平时的起伏难以解释与往常水平的如此差距（错误发现率不超过5%）。',
    },
  },
  provisional: {
    symbol: symbolOf.provisional,
    label: { en: 'Provisional', zh: '初步数据' },
    rule: {
      en: 'Some days of the period have no data yet; the count may still rise.',
      zh: '本期部分日期尚无数据，数量还会增加。',
    },
  },
  chance: {
    symbol: symbolOf.chance,
    label: { en: 'Within chance', zh: '属正常波动' },
    rule: {
      en: 'Chance and the usual ups and downs of this count can explain the difference.',
      zh: '随机波动与该数量平时的起伏足以解释这一差距。',
    },
  },
  too_few: {
    symbol: symbolOf.too_few,
    label: { en: 'Too few', zh: '样本过少' },
    rule: {
      en: `Fewer than ${fewestOfCell} in the period and the earlier ones together, or too few earlier periods to know what is usual.`,
      zh: `本期与此前各期合计不足${fewestOfCell}件，或没有历史数据可知往常水平。`,
    },
  },
};
