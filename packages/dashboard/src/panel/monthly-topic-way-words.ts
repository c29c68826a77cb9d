import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the ways to topics of the month. */
export const monthlyTopicWayWords = dictionary(
  {
    underWay: (title: string) => `Topic of the month under way: ${title}`,
    several: (many: string) => `${many} topics of the month under way`,
    of: (month: string, title: string) => `Topic of the month, ${month}: ${title}`,
  },
  {
    underWay: (title) => `每月一题办理中：${title}`,
    several: (many) => `每月一题办理中${many}个`,
    of: (month, title) => `${month}每月一题：${title}`,
  },
);
