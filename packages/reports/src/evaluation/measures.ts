import type { Bilingual, Language, Measure } from '@hotline-atlas/model';

/** What is counted, in words that continue a sentence. */
const measures: Partial<Record<Measure, Bilingual>> = {
  appeals: { en: 'appeals', zh: '诉求' },
  dispatched: { en: 'orders', zh: '工单' },
  visited: { en: 'return-visited', zh: '已回访' },
  contact_asked: { en: 'asked whether contacted', zh: '已问是否联系' },
  contacted: { en: 'contacted', zh: '已联系' },
  resolution_asked: { en: 'asked whether resolved', zh: '已问是否解决' },
  resolved: { en: 'resolved', zh: '已解决' },
  satisfaction_asked: { en: 'asked whether satisfied', zh: '已问是否满意' },
  satisfied: { en: 'satisfied', zh: '满意' },
  due: { en: 'with a due time met or passed', zh: '已到期或按时办结' },
  on_time: { en: 'closed on time', zh: '按时办结' },
  closed: { en: 'closed', zh: '已办结' },
  not_located: { en: 'not located', zh: '未定位' },
};

/** A measure in a language; its name where it has no words. */
export const measureTold = (measure: string, language: Language): string =>
  measures[measure as Measure]?.[language] ?? measure;
