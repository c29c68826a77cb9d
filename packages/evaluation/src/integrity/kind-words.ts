import type { Bilingual, IntegrityKind } from '@hotline-atlas/model';
import { fewestWithCaller } from './closed-again.ts';
import { fewestLimited } from './early-closing.ts';
import { fewestForExclusions } from './odd-exclusions.ts';
import { fewestInBase } from './shrinking-base.ts';
import { fewestReplies } from './template-replies.ts';
import { fewestClosings } from './textbook-digits.ts';
import { fewestVisits } from './unreachable-visits.ts';

/** What is told of a kind, whatever was found. */
export interface KindWords {
  asks: Bilingual;
  fewest: number;
  effect: Bilingual;
  innocent: readonly Bilingual[];
}

/** Each kind: what it asks, how large a difference must be besides, and what explains it without a fault. */
export const kindWords: Record<IntegrityKind, KindWords> = {
  shrinking_base: {
    asks: {
      en: 'Do fewer of its orders count than used to, and than of units of the same mix?',
      zh: '计入考评的工单占比是否低于自身以往，也低于同类诉求构成的单位？',
    },
    fewest: fewestInBase,
    effect: {
      en: 'At least 5 percentage points and 7 % below what is expected.',
      zh: '比预期至少低5个百分点，且低7%以上。',
    },
    innocent: [
      {
        en: 'A new kind of order that is never visited was dispatched to it.',
        zh: '新增了按规定不回访的工单。',
      },
      { en: 'Visits of its orders were late or were not recorded.', zh: '回访滞后或未登记。' },
      { en: 'Duplicates of one incident were rightly excluded.', zh: '同一事件的重复工单依规剔除。' },
    ],
  },
  odd_exclusions: {
    asks: {
      en: 'Are its orders excluded far more often than those of units of the same mix?',
      zh: '剔除占比是否明显高于同类诉求构成的单位？',
    },
    fewest: fewestForExclusions,
    effect: {
      en: 'At least twice what is expected, and 3 percentage points above it.',
      zh: '至少为预期的2倍，且高出3个百分点以上。',
    },
    innocent: [
      {
        en: 'A lawsuit or a decision above it took many orders out of its hands.',
        zh: '因诉讼或上级决定，多件工单不由其办理。',
      },
      { en: 'Orders were dispatched to it that belong elsewhere.', zh: '错派的工单较多。' },
    ],
  },
  early_closing: {
    asks: {
      en: 'Are its orders closed in a heap just before the limit, or in the last hours of the month?',
      zh: '办结是否集中在到期前的最后时段，或月末最后几小时？',
    },
    fewest: fewestLimited,
    effect: {
      en: 'At least twice what is expected, and 5 percentage points above it.',
      zh: '至少为预期的2倍，且高出5个百分点以上。',
    },
    innocent: [
      {
        en: 'It works through its orders by due time, and closes each in time.',
        zh: '按到期先后依次办理，逐件按时办结。',
      },
      {
        en: 'Its system closes orders once a day, or a clerk enters them at the end of the week.',
        zh: '系统每日定时办结，或由专人集中录入。',
      },
    ],
  },
  unreachable_visits: {
    asks: {
      en: 'Do return visits of its orders reach nobody, or are orders not visited, far more often than elsewhere?',
      zh: '回访联系不上或未回访的占比是否明显偏高？',
    },
    fewest: fewestVisits,
    effect: {
      en: 'Nobody reached: at least twice what is expected, and 5 percentage points above it. Not visited: 1.5 times, and 8 points.',
      zh: '联系不上：至少为预期的2倍，且高出5个百分点；未回访：1.5倍，且高出8个百分点。',
    },
    innocent: [
      { en: 'Its appellants are at work, or old, when visits call.', zh: '诉求人在回访时段不便接听。' },
      { en: 'Numbers were taken down wrongly where the appeal came in.', zh: '受理环节登记的号码有误。' },
    ],
  },
  closed_again: {
    asks: {
      en: 'Are orders of the same caller about the same topic closed again and again within the month?',
      zh: '同一诉求人就同一分类的工单是否在当月反复办结？',
    },
    fewest: fewestWithCaller,
    effect: {
      en: 'At least twice what is expected, and 2.5 percentage points above it.',
      zh: '至少为预期的2倍，且高出2.5个百分点以上。',
    },
    innocent: [
      { en: 'One person reports many places, such as a building manager.', zh: '由物业等一人代报多处问题。' },
      {
        en: 'The matter comes back by itself, such as a leak or rubbish.',
        zh: '问题本身易复发，如渗漏、垃圾堆放。',
      },
    ],
  },
  textbook_digits: {
    asks: {
      en: 'Do its closing times stand on round minutes, or its durations on full hours, more often than elsewhere?',
      zh: '办结时间或用时取整的占比是否明显偏高？',
    },
    fewest: fewestClosings,
    effect: {
      en: 'At least 1.5 times what is expected, and 10 percentage points above it.',
      zh: '至少为预期的1.5倍，且高出10个百分点以上。',
    },
    innocent: [
      { en: 'Its system closes orders by a timetable.', zh: '系统按固定时刻批量办结。' },
      { en: 'Times are written down by hand and entered later.', zh: '先手工记录，后补录时间。' },
    ],
  },
  template_replies: {
    asks: {
      en: 'Is one text, but for its numbers, its reply to matters of different topics?',
      zh: '对不同分类的诉求，除数字外答复是否雷同？',
    },
    fewest: fewestReplies,
    effect: {
      en: 'At least twice what is usual, and 15 percentage points above it.',
      zh: '至少为一般水平的2倍，且高出15个百分点以上。',
    },
    innocent: [
      {
        en: 'One event, such as a power failure, brought orders on several topics.',
        zh: '同一事件（如停电）引发多个分类的工单。',
      },
      { en: 'A law or a guideline prescribes the text.', zh: '答复口径由规定统一。' },
    ],
  },
};
