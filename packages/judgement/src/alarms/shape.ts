import { type Alarm, type Clause, encodeSelection, type LocalDate, type Watch } from '@hotline-atlas/model';
import { probability, rounded } from '../answer/numbers.ts';
import { type Exceeding, evidence, type Merged, spreadOf } from './merge.ts';
import type { RecentSeries } from './recent.ts';
import { spanOf } from './watch-steps.ts';

/** What is known of an alarm besides its series. */
export interface AlarmContext {
  day: LocalDate;
  watch: Watch;
  rule: Alarm['rule'];
  score: number;
  recent: RecentSeries | undefined;
  where: readonly Clause[];
}

const mostMembers = 24;

const clause = (dimension: Clause['dimension'], value: string): Clause => ({
  dimension,
  exclude: false,
  values: [value],
});

/** The address of the appeals a series counts. */
function appealsOf({ topic, area }: Exceeding, { day, watch, where }: AlarmContext): string {
  const own = [
    ...(topic.level === 0 ? [] : [clause(`topic${topic.level}`, topic.code)]),
    ...(area.level === 'city' ? [] : [clause(area.level, area.code)]),
  ];
  return `/api/appeals?${encodeSelection({ where: [...where, ...own], withoutRegimes: [], ...spanOf(day, watch) })}`;
}

/** An alarm as it is sent. */
export function shapeAlarm(merged: Merged, context: AlarmContext): Alarm {
  const { best, members } = merged;
  const { day, watch, rule, recent } = context;
  const { topic, area, observed } = best;
  return {
    id: [day, watch, topic.code || 'all', area.code || 'city'].join('~'),
    topic,
    area,
    period: spanOf(day, watch),
    observed,
    expected: rounded(best.expected, 2) ?? 0,
    threshold: rounded(best.upper, 2) ?? 0,
    excess: rounded(observed - best.expected, 2) ?? 0,
    score: rounded(context.score, 2) ?? 0,
    p: probability(best.p) ?? 1,
    q: probability(best.q) ?? 1,
    rule,
    since: recent?.since ?? spanOf(day, watch).from,
    spread: spreadOf(merged),
    members: [...members]
      .sort((a, b) => evidence(b) - evidence(a))
      .slice(0, mostMembers)
      .map((member) => ({
        topic: member.topic,
        area: member.area,
        observed: member.observed,
        expected: rounded(member.expected, 2) ?? 0,
        q: probability(member.q) ?? 1,
      })),
    series: recent?.series ?? { start: [], count: [], expected: [], threshold: [] },
    appeals: appealsOf(best, context),
  };
}
