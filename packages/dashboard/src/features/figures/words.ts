import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the tiles. */
export const figureWords = dictionary(
  {
    choose: (metric: string) => `Show ${metric} on every panel`,
    dispatched: (share: string) => `${share} dispatched to units`,
    closed: (count: string) => `${count} closed`,
    noCases: 'no cases',
    lead: {
      figure: (label: string, change: string) => `${label} ${change}`,
      moved: (figures: string, period: string) => `Beyond chance on ${period}: ${figures}`,
      open: (period: string) => `No change beyond chance on ${period} so far; rates are not final`,
      none: (figures: string, period: string) => `No change beyond chance on ${period}: ${figures}`,
    },
  },
  {
    choose: (metric) => `在各图中显示${metric}`,
    dispatched: (share) => `其中派单${share}`,
    closed: (count) => `已办结${count}件`,
    noCases: '无样本',
    lead: {
      figure: (label, change) => `${label}${change}`,
      moved: (figures, period) => `较${period}变化明显：${figures}`,
      open: (period) => `目前较${period}均属正常波动；比率尚未最终确定`,
      none: (figures, period) => `较${period}属正常波动：${figures}`,
    },
  },
);
