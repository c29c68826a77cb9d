import { type City, membersOf } from '@hotline-atlas/city';
import {
  type MonthOfCourse,
  monthFigures,
  type Scored,
  scoreMonth,
  unitsInPoint,
} from '@hotline-atlas/evaluation';
import {
  daysOfMonth,
  type JudgementRun,
  type MonthCounted,
  type ReadCourse,
  reachesInThreads,
  readCourse,
  readRipening,
  seedOf,
} from '@hotline-atlas/judgement';
import type { EvaluatedGroup, Scheme } from '@hotline-atlas/model';
import type { RuledMonth } from './course-request.ts';
import { draws, isProvisional, ripenessOf } from './live-answer.ts';
import type { EvaluationRun } from './months.ts';
import type { RankingSeen } from './who-sees.ts';

/** Months that follow one another, by one scheme. */
interface Segment {
  scheme: Scheme;
  group: EvaluatedGroup;
  months: string[];
}

/** A month whose figures are worked out, and not frozen. */
interface LiveMonth {
  month: string;
  scheme: Scheme;
  group: EvaluatedGroup;
}

function segmentsOf(months: readonly LiveMonth[]): Segment[] {
  const segments: Segment[] = [];
  for (const { month, scheme, group } of months) {
    const last = segments.at(-1);
    if (last?.scheme === scheme) last.months.push(month);
    else segments.push({ scheme, group, months: [month] });
  }
  return segments;
}

/** The seed of the draws of a month: the same as where the month alone is asked for. */
export const seedOfMonth = ({ month, scheme, group }: RuledMonth): number =>
  scheme && group ? seedOf(JSON.stringify([month, group.name, scheme.name])) >>> 1 : 0;

interface ReadMonths {
  counted: ReadonlyMap<string, MonthCounted>;
  read: readonly Omit<ReadCourse, 'months'>[];
}

/** Counts all months that are not frozen, those of one scheme together. */
async function readMonths(
  live: readonly LiveMonth[],
  city: City,
  run: JudgementRun & Pick<EvaluationRun, 'months'>,
): Promise<ReadMonths> {
  const { corrections } = run.months;
  const read = await Promise.all(
    segmentsOf(live).map((segment) =>
      readCourse({ ...segment, members: membersOf(segment.group, city), corrections }, run, city.time_zone),
    ),
  );
  return {
    counted: new Map(read.flatMap(({ months }) => [...months])),
    read: read.map(({ months: _, ...cost }) => cost),
  };
}

/** Ranks units may truly have in each month; null where none are asked for. */
async function reachesOf(
  live: readonly LiveMonth[],
  scored: readonly Scored[],
  isDrawn: boolean,
  { signal }: JudgementRun,
) {
  if (!isDrawn) return scored.map(() => null);
  const months = scored.map(({ scheme, score, variance }, at) => {
    const inPoint = unitsInPoint(scheme);
    const own = live[at];
    return {
      scores: score.map((value) => value / inPoint),
      variances: variance,
      seed: own ? seedOfMonth(own) : 0,
    };
  });
  return reachesInThreads({ months, draws }, signal);
}

/** Months of the course, with what reading and judging them took. */
export interface WorkedOut {
  months: MonthOfCourse[];
  read: ReadMonths['read'];
  milliseconds: number;
}

/**
 * How many orders are excluded is told of every unit where all exclusions count: it is a published figure
 * then.
 */
const tellsExcluded =
  (exclusions: Scheme['exclusions'], { details }: RankingSeen) =>
  (unit: string): boolean =>
    exclusions === 'all' || details(unit);

/** Works out every month: frozen figures where it is final, else those of today's data. */
export async function workOutMonths(
  ruled: readonly RuledMonth[],
  city: City,
  run: EvaluationRun,
  { seen, isDrawn }: { seen: RankingSeen; isDrawn: boolean },
): Promise<WorkedOut> {
  const counted = { ...run, scope: seen.counted };
  const frozen = await Promise.all(
    ruled.map(({ month, group }) => (group ? run.months.frozen(month, group.name) : null)),
  );
  const live = ruled.flatMap(({ month, scheme, group }, at) =>
    scheme && group && !frozen[at] ? [{ month, scheme, group }] : [],
  );
  const [{ counted: read, ...cost }, ripening] = await Promise.all([
    readMonths(live, city, counted),
    readRipening({ ...counted, timeZone: city.time_zone }),
  ]);
  const began = performance.now();
  const scored = live.flatMap(({ month, scheme }) => {
    const own = read.get(month);
    return own ? [scoreMonth(scheme, own.tally, own.correlation)] : [];
  });
  const reaches = await reachesOf(live, scored, isDrawn, run);
  const judged = new Map(live.map(({ month }, at) => [month, { scored: scored[at], reach: reaches[at] }]));
  const months = ruled.map(({ month, scheme }, at): MonthOfCourse => {
    const { state } = run.months.of(month);
    const was = frozen[at];
    if (was) {
      const { answer } = was;
      const { scheme: rules, period, provisional } = answer.meta;
      const tells = tellsExcluded(rules.exclusions, seen);
      return { month, period, scheme: rules.name, state, provisional, tellsExcluded: tells, figures: answer };
    }
    const own = judged.get(month);
    const ripeness = scheme ? ripenessOf({ scheme, month }, ripening) : [];
    return {
      ...{ month, period: scheme && daysOfMonth(scheme, month), scheme: scheme?.name ?? null },
      ...{ state: scheme && state, provisional: isProvisional(ripeness) },
      tellsExcluded: tellsExcluded(scheme?.exclusions ?? 'all', seen),
      figures: own?.scored ? monthFigures(own.scored, own.reach ?? null, ripeness) : null,
    };
  });
  return { months, ...cost, milliseconds: performance.now() - began };
}
