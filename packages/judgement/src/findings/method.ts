import type { Method } from '@hotline-atlas/model';

/** How findings were chosen. */
export const findingsMethod = (sample: Record<string, number>): Method => ({
  title: { en: 'Findings: what to know first', zh: '要点：首先应知道的情况' },
  summary: {
    en: 'Sentences made from figures of this API. Each says only what a test bears out: /api/change for what moved, /api/rates for who lies below what is expected.',
    zh: '由本接口数据生成的语句。每句均有检验依据：变化依据 /api/change，低于期望依据 /api/rates。',
  },
  parts: [],
  sample,
  corrections: [],
  caveats: [],
});
