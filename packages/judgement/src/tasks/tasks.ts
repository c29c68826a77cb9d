import { judgeAlarms, judgeSeasons } from '../alarms/judge.ts';
import { recentThresholds } from '../alarms/recent-thresholds.ts';
import { judgeCandidates } from '../candidates/judge.ts';
import { judgeChange } from '../change/judge.ts';
import { judgeClusters } from '../clusters/judge.ts';
import { judgeEffect } from '../effect/judge.ts';
import { judgeGrowth } from '../growth/judge.ts';
import { judgeHotspots } from '../hotspots/judge.ts';
import { judgeRates } from '../rates/judge.ts';
import { rankReaches } from '../tally/rank-reaches.ts';
import { judgeTrend } from '../trend/judge.ts';
import { warmUp } from './warm-up.ts';

const listed = [
  judgeAlarms,
  judgeCandidates,
  judgeChange,
  judgeClusters,
  judgeEffect,
  judgeGrowth,
  judgeHotspots,
  judgeRates,
  judgeSeasons,
  judgeTrend,
  rankReaches,
  warmUp,
  recentThresholds,
];

/** What threads can do, by name. */
export const tasks: ReadonlyMap<string, (input: never) => unknown> = new Map(
  listed.map((task) => [task.name, task]),
);
