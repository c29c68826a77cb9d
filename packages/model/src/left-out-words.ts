import type { Bilingual } from './localized.ts';
import type { LeftOutReason } from './wire/answer.ts';

/** Why days do not count: the same words on screens, in files and in answers. */
export const leftOutWords: Record<LeftOutReason, Bilingual> = {
  regime: { en: 'left out', zh: '不计入' },
  before_data: { en: 'before the data begins', zh: '早于数据起始日' },
  after_data: { en: 'after the data ends', zh: '晚于数据截止日' },
  gap: { en: 'no data', zh: '无数据' },
  under_way: { en: 'not over yet', zh: '当日未结束' },
  no_counterpart: { en: 'no such date on the other side', zh: '对应时期无此日期' },
  counterpart_left_out: { en: 'left out on the other side', zh: '对应时期不计入' },
  counterpart_without_data: { en: 'no data on the other side', zh: '对应时期无数据' },
  kind_of_day: { en: 'no such weekday or day off on the other side', zh: '对应时期无同类星期或节假日' },
};
