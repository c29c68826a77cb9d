import type { Bilingual } from '../localized.ts';
import { objectionUpheld } from './evaluation-month.ts';

/** What usual reasons for exclusion are called; any other stands as its source writes it. */
export const exclusionReasonLabels: Readonly<Record<string, Bilingual>> = {
  duplicate: { en: 'Duplicate', zh: '同一诉求重复登记' },
  outside_authority: { en: 'Outside authority', zh: '超出职权范围' },
  in_litigation: { en: 'In litigation', zh: '涉法涉诉' },
  withdrawn: { en: 'Withdrawn', zh: '诉求人撤回' },
  unreasonable: { en: 'Unreasonable', zh: '不合理诉求' },
  policy_limit: { en: 'Limited by policy', zh: '政策限制' },
  [objectionUpheld]: { en: 'Objection upheld', zh: '申诉成立' },
};
