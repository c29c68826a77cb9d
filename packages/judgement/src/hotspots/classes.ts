import type { Bilingual } from '@hotline-atlas/model';

interface ClassWords {
  name: string;
  en: string;
  zh: string;
  rule: Bilingual;
}

/** Hot classes 1 … 8; a cold class is its mirror. “Hot” stands for hot or cold in the rules. */
const words: readonly ClassWords[] = [
  {
    name: 'new',
    en: 'New',
    zh: '新增',
    rule: { en: '{hot} in the last step and never before.', zh: '最近一期首次成为{hot}。' },
  },
  {
    name: 'consecutive',
    en: 'Consecutive',
    zh: '连续',
    rule: {
      en: 'One unbroken run of two or more {hot} steps up to the last, none before it, in less than 90 % of the steps.',
      zh: '截至最近一期连续两期及以上为{hot}，此前从未出现，且不足九成期数。',
    },
  },
  {
    name: 'intensifying',
    en: 'Intensifying',
    zh: '加剧',
    rule: {
      en: '{hot} in at least 90 % of the steps and in the last, and significantly more so over time.',
      zh: '九成以上期数及最近一期为{hot}，且强度显著增强。',
    },
  },
  {
    name: 'persistent',
    en: 'Persistent',
    zh: '持续',
    rule: {
      en: '{hot} in at least 90 % of the steps and in the last, without a significant trend.',
      zh: '九成以上期数及最近一期为{hot}，强度无显著变化。',
    },
  },
  {
    name: 'diminishing',
    en: 'Diminishing',
    zh: '减弱',
    rule: {
      en: '{hot} in at least 90 % of the steps and in the last, and significantly less so over time.',
      zh: '九成以上期数及最近一期为{hot}，且强度显著减弱。',
    },
  },
  {
    name: 'sporadic',
    en: 'Sporadic',
    zh: '偶发',
    rule: {
      en: '{hot} on and off, in less than 90 % of the steps, and never the opposite.',
      zh: '时断时续地为{hot}，不足九成期数，且从未相反。',
    },
  },
  {
    name: 'oscillating',
    en: 'Oscillating',
    zh: '振荡',
    rule: {
      en: '{hot} in the last step, in less than 90 % of the steps, and the opposite at least once before.',
      zh: '最近一期为{hot}，不足九成期数，此前至少一次相反。',
    },
  },
  {
    name: 'historical',
    en: 'Historical',
    zh: '历史',
    rule: {
      en: '{hot} in at least 90 % of the steps, but not in the last.',
      zh: '九成以上期数为{hot}，但最近一期不是。',
    },
  },
];

const none: Described = {
  code: 0,
  name: 'none',
  label: { en: 'No pattern', zh: '无显著形态' },
  rule: { en: 'None of the patterns of hot or cold spots.', zh: '不属于任何热点或冷点形态。' },
};

/** A class without its number of places. */
export interface Described {
  code: number;
  name: string;
  label: Bilingual;
  rule: Bilingual;
}

function described(index: number, cold: boolean): Described {
  const { name, en, zh, rule } = words[index] ?? { name: '', en: '', zh: '', rule: { en: '', zh: '' } };
  const [english, chinese] = cold ? ['cold', '冷点'] : ['hot', '热点'];
  const sentence = rule.en.replace('{hot}', english);
  return {
    code: cold ? -(index + 1) : index + 1,
    name: `${name}_${english}`,
    label: { en: `${en} ${english} spot`, zh: zh + chinese },
    rule: {
      en: sentence.charAt(0).toUpperCase() + sentence.slice(1),
      zh: rule.zh.replace('{hot}', chinese),
    },
  };
}

/** The 17 classes in the order of a legend: hot 1 … 8, none, cold −8 … −1. */
export const hotspotClasses: readonly Described[] = [
  ...words.map((_, index) => described(index, false)),
  none,
  ...words.map((_, index) => described(index, true)).reverse(),
];
