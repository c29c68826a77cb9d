import {
  type Bilingual,
  type RateClass,
  type Rates,
  type RateVerdict,
  rateClasses,
} from '@hotline-atlas/model';

const descriptions: Record<RateClass, { label: Bilingual; rule: Bilingual }> = {
  far_worse: {
    label: { en: 'Far lower than usual', zh: '远低于常见范围' },
    rule: {
      en: 'below the 99.8 % limit, usual spread between groups included',
      zh: '低于99.8%控制限（已计入各对象间的常见差异）',
    },
  },
  worse: {
    label: { en: 'Lower than usual', zh: '低于常见范围' },
    rule: {
      en: 'below the 95 % limit, usual spread between groups included',
      zh: '低于95%控制限（已计入各对象间的常见差异）',
    },
  },
  inside: {
    label: { en: 'Within the usual spread', zh: '常见范围内' },
    rule: { en: 'within the 95 % limits', zh: '在95%控制限内' },
  },
  better: {
    label: { en: 'Higher than usual', zh: '高于常见范围' },
    rule: {
      en: 'above the 95 % limit, usual spread between groups included',
      zh: '高于95%控制限（已计入各对象间的常见差异）',
    },
  },
  far_better: {
    label: { en: 'Far higher than usual', zh: '远高于常见范围' },
    rule: {
      en: 'above the 99.8 % limit, usual spread between groups included',
      zh: '高于99.8%控制限（已计入各对象间的常见差异）',
    },
  },
  small: {
    label: { en: 'Too few to judge', zh: '样本过少' },
    rule: { en: 'fewer than 30 appeals asked about', zh: '纳入统计的诉求不足30件' },
  },
};

const bounds = { limit: 1.959963984540054, far: 3.090232306167813 } as const;

/** Where a score lies: beyond the limits of 95 % or of 99.8 %. */
export function classOf(z: number): RateClass {
  if (Number.isNaN(z)) return 'small';
  if (Math.abs(z) <= bounds.limit) return 'inside';
  if (z < 0) return z < -bounds.far ? 'far_worse' : 'worse';
  return z > bounds.far ? 'far_better' : 'better';
}

/** Whether the true rate is off what is expected, by its score and q against chance alone. */
export function verdictOf(z: number, q: number, alpha: number): RateVerdict {
  if (Number.isNaN(z)) return 'small';
  if (q > alpha) return 'unclear';
  return z < 0 ? 'lower' : 'higher';
}

/** Every class in order, and how many groups are in it. */
export const classesOf = (classes: readonly RateClass[]): Rates['classes'] =>
  rateClasses.map((name) => ({
    name,
    ...descriptions[name],
    groups: classes.filter((each) => each === name).length,
  }));
