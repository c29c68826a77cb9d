import type { Bilingual, Language, Measure, RowMeasure } from '@hotline-atlas/model';

/** What is counted, in words that continue a sentence. */
const measures: Partial<Record<Measure | RowMeasure, Bilingual>> = {
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
  sign_due: { en: 'signed for, or due to be', zh: '已签收或签收时限已到' },
  signed_in_time: { en: 'signed for in time', zh: '按时签收' },
  return_known: { en: 'known whether they came back', zh: '退单次数已知' },
  returned: { en: 'sent back by a unit', zh: '曾被退单' },
  repeat_known: { en: 'of a known caller and topic', zh: '诉求人和分类已知' },
  repeated: {
    en: 'followed within 30 days by another of the same caller about the same topic',
    zh: '30天内同一诉求人就同一分类再次反映',
  },
};

/** A measure in a language; its name where it has no words. */
export const measureTold = (measure: string, language: Language): string =>
  measures[measure as Measure | RowMeasure]?.[language] ?? measure;
