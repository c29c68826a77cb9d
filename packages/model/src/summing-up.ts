import type { Bilingual } from './localized.ts';
import type { Completeness } from './wire/completeness.ts';

/**
 * What is still being summed up or indexed after a load, in words for a screen and a terminal; null once
 * nobody has to wait for it.
 */
export function stillSummingUp({ complete, tables, years, months }: Completeness): Bilingual | null {
  if (complete) return null;
  const parts = [
    { ...tables, en: 'tables summed up', zh: '张汇总表' },
    { ...years, en: 'years summed up', zh: '个年度汇总' },
    { ...months, en: 'months of texts indexed', zh: '个月的全文索引' },
  ].filter(({ done, of }) => done < of);
  const en = parts.map((part) => `${part.done} of ${part.of} ${part.en}`).join(', ');
  const zh = parts.map((part) => `${part.done}/${part.of}${part.zh}`).join('，');
  return {
    en: `Every appeal counts already. Some answers are slower for a while: ${en}.`,
    zh: `诉求已全部计入。部分查询暂时较慢，已完成：${zh}。`,
  };
}
