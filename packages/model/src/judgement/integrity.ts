import type { Bilingual } from '../localized.ts';

/**
 * What a flag of integrity asks about. The same names stand in the truth of the made-up history.
 * - `shrinking_base`: fewer of a unit's orders count than did before, and than do elsewhere
 * - `odd_exclusions`: orders are excluded far more often than elsewhere
 * - `early_closing`: orders are closed in a heap just before their limit, or before the month ends
 * - `unreachable_visits`: return visits reach nobody far more often than elsewhere
 * - `closed_again`: orders of the same caller about the same matter are closed again and again
 * - `textbook_digits`: closing times or durations stand on round numbers
 * - `template_replies`: most replies are one text
 */
export const integrityKinds = [
  'shrinking_base',
  'odd_exclusions',
  'early_closing',
  'unreachable_visits',
  'closed_again',
  'textbook_digits',
  'template_replies',
] as const;
export type IntegrityKind = (typeof integrityKinds)[number];

/** What a test of integrity found: a question, or none. */
export const integrityStandings = ['question', 'small', 'chance', 'too_few'] as const;
export type IntegrityStanding = (typeof integrityStandings)[number];

export const integrityKindLabels: Record<IntegrityKind, Bilingual> = {
  shrinking_base: { en: 'Shrinking base', zh: '考评基数缩小' },
  odd_exclusions: { en: 'Odd exclusions', zh: '剔除偏多' },
  early_closing: { en: 'Closed just before the limit', zh: '临期集中办结' },
  unreachable_visits: { en: 'Visits that reach nobody', zh: '回访联系不上' },
  closed_again: { en: 'Closed again and again', zh: '同一诉求多次办结' },
  textbook_digits: { en: 'Round numbers', zh: '办结时间取整' },
  template_replies: { en: 'Replies of one text', zh: '答复内容雷同' },
};
