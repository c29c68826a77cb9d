import type { Bilingual } from '@hotline-atlas/model';
import type { UnitTest } from './test-of-unit.ts';

type Sentence = (observed: string, of: string, way: string) => Bilingual;

/** What was seen, by kind and way; a reason for exclusion stands in quotation marks. */
const sentences: Record<string, Sentence> = {
  shrinking_base: (k, n) => ({ en: `${k} of ${n} orders count`, zh: `${n}件工单中${k}件计入考评` }),
  odd_exclusions: (k, n, way) =>
    way === ''
      ? { en: `${k} of ${n} orders excluded`, zh: `${n}件工单中剔除${k}件` }
      : { en: `${k} of ${n} orders excluded as “${way}”`, zh: `${n}件工单中以“${way}”剔除${k}件` },
  limit: (k, n) => ({
    en: `${k} of ${n} orders closed in time were closed in the last 2 % of the limit`,
    zh: `按时办结的${n}件中，${k}件在时限最后2%内办结`,
  }),
  month_end: (k, n) => ({
    en: `${k} of ${n} orders closed in the month were closed in its last 12 hours`,
    zh: `当月办结的${n}件中，${k}件在月末最后12小时办结`,
  }),
  nobody_reached: (k, n) => ({
    en: `${k} of ${n} return visits reached nobody`,
    zh: `${n}次回访中${k}次未联系上`,
  }),
  not_visited: (k, n) => ({
    en: `${k} of ${n} closed orders were not visited`,
    zh: `办结的${n}件中${k}件未回访`,
  }),
  closed_again: (k, n) => ({
    en: `${k} of ${n} closed orders came after the same caller’s matter had been closed`,
    zh: `办结的${n}件中，${k}件为同一诉求人同类诉求办结后再次来电`,
  }),
  half_hours: (k, n) => ({
    en: `${k} of ${n} orders closed on a full half hour`,
    zh: `${n}件中${k}件在整点或半点办结`,
  }),
  five_minutes: (k, n) => ({
    en: `${k} of ${n} orders closed on a multiple of five minutes`,
    zh: `${n}件中${k}件在整5分钟办结`,
  }),
  full_hours: (k, n) => ({ en: `${k} of ${n} orders took full hours`, zh: `${n}件中${k}件用时恰为整小时` }),
  template_replies: (k, n) => ({
    en: `${k} of ${n} replies on other topics are the same text`,
    zh: `其他分类的${n}条答复中，${k}条为同一内容`,
  }),
};

/** An expected number; next to none is not none. */
function written(value: number): string {
  if (value < 0.05) return '< 0.1';
  return value < 10 ? String(Math.round(10 * value) / 10) : String(Math.round(value));
}

/** What was seen of a unit, and what was expected. */
export function testWords({ kind, way, observed, of, expected }: UnitTest): Bilingual {
  const sentence = sentences[way] ?? sentences[kind];
  const { en, zh } = sentence?.(String(observed), String(of), way) ?? { en: '', zh: '' };
  if (Number.isNaN(expected)) return { en: `${en}.`, zh: `${zh}。` };
  const usual = written(expected * of);
  return { en: `${en}; ${usual} expected.`, zh: `${zh}，预期${usual}件。` };
}
