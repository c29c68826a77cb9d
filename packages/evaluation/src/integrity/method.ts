import type { Method } from '@hotline-atlas/model';
import { integrityLevel } from './judge-integrity.ts';

/** How questions of integrity were found. */
export const integrityMethod = (sample: Record<string, number>): Method => ({
  title: { en: 'Integrity: questions to ask a unit', zh: '考评数据核查：需要核实的问题' },
  summary: {
    en: 'Each unit’s share is held against what units of the same mix have. A share is asked about where units that differ only as units do would hardly have it, and where it is far off besides. A flag is a question, not a verdict.',
    zh: '将各单位的占比与同类诉求构成的其他单位比较。只有单位之间的正常差异难以解释、且差距足够大的，才列为需核实的问题。列出即提问，不是结论。',
  },
  parts: [
    {
      name: 'expected_share',
      title: { en: 'What is expected of a unit', zh: '单位的预期占比' },
      parameters: {
        strata: 'case mix of the scheme and time limit',
        leaves_out: 'the unit itself, and those that stand out',
      },
      reference: 'Inskip, Beral, Fraser & Haskey (1983), Statistics in Medicine 2, 455-466',
    },
    {
      name: 'beta_binomial',
      title: {
        en: 'How far a share may lie by chance and by what units differ',
        zh: '随机波动与单位差异允许的范围',
      },
      parameters: { trimmed: 0.2 },
      reference:
        'Skellam (1948), J. R. Stat. Soc. B 10, 257-261; Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202',
    },
    {
      name: 'own_past',
      title: { en: 'A base against its own past', zh: '考评基数与自身以往比较' },
      parameters: { months: 24, fewest: 6, level_of_group: 0.05 },
      reference: 'Berger (1982), Technometrics 24, 295-300',
    },
    {
      name: 'bunching',
      title: { en: 'Closings just before the limit against a smooth course', zh: '临期办结与平滑走势比较' },
      parameters: { last_part: 0.02, course: 'straight line over the 18 % before' },
      reference: 'Saez (2010), American Economic Journal: Economic Policy 2, 180-212',
    },
    {
      name: 'likeness',
      title: { en: 'Replies that say the same', zh: '答复内容相似' },
      parameters: { shingle: 3, without: 'digits' },
      reference: 'Broder (1997), Compression and Complexity of Sequences, 21-29',
    },
  ],
  sample,
  corrections: [
    {
      en: `Bonferroni over the ways of a kind; Benjamini-Hochberg over units and kinds, ${100 * integrityLevel} %.`,
      zh: `同类多种方式用Bonferroni校正；各单位各类问题用Benjamini-Hochberg校正（${100 * integrityLevel}%）。`,
    },
  ],
  caveats: [
    {
      en: 'Orders received in the month are counted, whichever date the scheme goes by.',
      zh: '按当月受理的工单统计，与方案采用的日期无关。',
    },
    {
      en: 'What all units do alike is not seen: each is held against the others.',
      zh: '各单位普遍存在的做法无法识别：比较只在单位之间进行。',
    },
  ],
});
