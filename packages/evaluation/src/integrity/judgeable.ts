import type { Bilingual, IntegrityCounts, IntegrityKind } from '@hotline-atlas/model';
import { fewestMonths } from './shrinking-base.ts';
import { roundTimesLeft } from './textbook-digits.ts';

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const totalOf = (histograms: readonly Float64Array[]): number =>
  histograms.reduce((sum, histogram) => sum + total(histogram), 0);

const missing = {
  asked: {
    en: 'No return visit of the month says whether the unit was in touch.',
    zh: '本月回访没有承办单位是否联系诉求人的记录。',
  },
  past: {
    en: 'Fewer than six earlier months have orders to compare with.',
    zh: '此前有工单可比的月份不足六个。',
  },
  excluded: {
    en: 'No order of the month is marked as excluded; whether any was is not known.',
    zh: '本月没有标明剔除的工单；是否有过剔除无从得知。',
  },
  due: { en: 'No closed order of the month has a due time.', zh: '本月办结的工单没有到期时间。' },
  visits: { en: 'No return visits of the month are known.', zh: '本月没有回访记录。' },
  callers: { en: 'The callers of the month are not known.', zh: '本月诉求人未知。' },
  closed: { en: 'No closing times of the month are known.', zh: '本月没有办结时间。' },
  coarse: {
    en: 'Most closing times of all units are round: the clocks of the source are, and nothing follows.',
    zh: '各单位的办结时间大多取整，系来源系统所致，无从判断。',
  },
  replies: { en: 'No replies of the month are known.', zh: '本月没有答复内容。' },
} satisfies Record<string, Bilingual>;

/** Why the counts lack what a kind needs; null where they have it. */
const lacking: Record<IntegrityKind, (counts: IntegrityCounts) => Bilingual | null> = {
  shrinking_base: ({ counts, past }) => {
    if (total(counts.base) === 0) return missing.asked;
    return past.filter(({ base }) => total(base) > 0).length < fewestMonths ? missing.past : null;
  },
  odd_exclusions: ({ counts }) => (total(counts.excluded) === 0 ? missing.excluded : null),
  early_closing: ({ counts }) => (total(counts.limited) === 0 ? missing.due : null),
  unreachable_visits: ({ counts }) => (total(counts.visits) === 0 ? missing.visits : null),
  closed_again: ({ known }) => (total(known) === 0 ? missing.callers : null),
  textbook_digits: (counts) => {
    if (totalOf(counts.minutes) === 0) return missing.closed;
    return roundTimesLeft(counts).length === 0 ? missing.coarse : null;
  },
  template_replies: ({ replies }) => (total(replies) === 0 ? missing.replies : null),
};

/** Why a kind cannot be judged of these counts; null where it can. What is missing is not zero. */
export const whyNotJudgeable = (kind: IntegrityKind, counts: IntegrityCounts): Bilingual | null =>
  lacking[kind](counts);
