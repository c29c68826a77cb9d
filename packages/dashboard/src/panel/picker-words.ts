import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of lists to choose several from. */
export const pickerWords = dictionary(
  {
    find: (what: string) => `Find: ${what}`,
    more: (count: number) => `${count} more: type a part of the name`,
    comma: ', ',
  },
  {
    find: (what) => `查找${what}`,
    more: (count) => `另有${count}项，请输入部分名称`,
    comma: '、',
  },
);
