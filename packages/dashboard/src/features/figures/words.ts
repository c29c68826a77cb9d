import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the tiles. */
export const figureWords = dictionary(
  {
    choose: (metric: string) => `Show ${metric} on every panel`,
    dispatched: (share: string) => `${share} dispatched to units`,
    closed: (count: string) => `${count} closed`,
    noCases: 'no cases',
  },
  {
    choose: (metric) => `在各图中显示${metric}`,
    dispatched: (share) => `其中派单${share}`,
    closed: (count) => `已办结${count}件`,
    noCases: '无样本',
  },
);
