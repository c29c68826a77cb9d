import { judgeAlarms, judgeSeasons } from '../alarms/judge.ts';
import { recentThresholds } from '../alarms/recent-thresholds.ts';
import { judgeChange } from '../change/judge.ts';
import { judgeClusters } from '../clusters/judge.ts';
import { judgeHotspots } from '../hotspots/judge.ts';
import { judgeRates } from '../rates/judge.ts';
import { judgeTrend } from '../trend/judge.ts';
import { practise } from './practice.ts';

/** What threads can do. */
export const tasks = {
  judgeAlarms,
  judgeChange,
  judgeClusters,
  judgeHotspots,
  judgeRates,
  judgeSeasons,
  judgeTrend,
  practise,
  recentThresholds,
} as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskResult<Name extends TaskName> = ReturnType<(typeof tasks)[Name]>;
