import type { City } from '@hotline-atlas/city';
import {
  fewestAnnounced,
  type MonthlyTopicCandidates,
  type Notice,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { ChangeInput } from '../change/judge.ts';
import type { MonthlyCounts } from '../change/months.ts';
import { type ReadSides, type Sides, wholeOf } from '../change/sides.ts';
import { readRipening } from '../ripeness/read-development.ts';
import { isComparable, standingOf, told } from '../ripeness/standing.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { stepsOf } from '../series/steps.ts';
import { inThread } from '../threads/threads.ts';
import { figuresOf, repeatsOf, type TopicFigures } from './gathered.ts';
import { type CandidatesInput, judgeCandidates } from './judge.ts';
import { candidatesMethod } from './method.ts';
import { comparedMonths, historyOfTopics, type ReadCandidates, readCandidates } from './read.ts';
import type { CandidatesQuestion } from './request.ts';
import { candidatesOf, type Gathered, levelOfDiscoveries, shareOf } from './shape.ts';

/** Topics with fewer appeals in the month are not listed. */
const fewestListed = 10;

/** The month asked for; by default the newest complete one. */
function monthOf({ month }: CandidatesQuestion, run: JudgementRun): Period {
  const { history, city } = run;
  const [last] = stepsOf({ where: [], withoutRegimes: [] }, history, city, 'month', 1).starts.slice(-1);
  const from = month === null ? (last ?? `${history.span.from.slice(0, 7)}-01`) : `${month}-01`;
  return { from, to: shift(from, 'month', 1) };
}

const byTopic = (read: ReadSides | null): Map<string, Sides> | null =>
  read && new Map(read.sides.map((side) => [side.group, side]));

/** Sides of the topics, the whole first, as change judges them. */
function changeInput(
  read: ReadSides | null,
  topics: readonly TopicFigures[],
  { months, days, counts, of }: MonthlyCounts,
): ChangeInput | null {
  if (!read || (read.meta.covered.paired?.days ?? 0) === 0) return null;
  const sides = byTopic(read);
  const all = [wholeOf(read.sides), ...topics.map(({ topic }) => sides?.get(topic))];
  const column = (name: 'now' | 'before') => Float64Array.from(all, (side) => side?.[name] ?? 0);
  const empty = new Float64Array(all.length);
  return {
    ...{ kind: 'counts', now: column('now'), before: column('before'), nowOf: empty, beforeOf: empty },
    ...{ months, days, counts, of, fewest: fewestAnnounced },
  };
}

function inputOf(read: ReadCandidates, topics: readonly TopicFigures[], month: Period): CandidatesInput {
  const history = historyOfTopics(
    read,
    topics.map(({ topic }) => topic),
  );
  return {
    ...{ months: history.months, counts: history.counts, days: history.days },
    firstMonth: Number((read.starts[0] ?? month.from).slice(5, 7)) - 1,
    reaches: read.starts.at(-1) === month.from,
    year: changeInput(read.year, topics, history),
    previous: changeInput(read.previous, topics, history),
    resolution: topics.map(({ resolved, asked }) => ({ resolved, asked })),
    fewest: fewestAnnounced,
  };
}

const asRead = (read: ReadSides | null): ReadSeries[] =>
  read
    ? [
        {
          ...{ series: [], source: read.meta.source, rowsRead: read.meta.rows_read ?? 0 },
          milliseconds: read.meta.milliseconds,
        },
      ]
    : [];

/** Why nothing is told. */
function noticeOf(listed: number, whole: TopicFigures, period: Period, run: JudgementRun): Notice | null {
  const { span } = run.history;
  if (period.to <= span.from || period.from >= span.to) return notice('no_days');
  if (whole.appeals === 0) return notice('no_data');
  return listed === 0 ? notice('too_few_appeals') : null;
}

/** How ripe the resolution rate of a month is, and whether it may be compared. */
async function ripenessOf(period: Period, city: City, run: JudgementRun) {
  const ripening = await readRipening({ ...run, timeZone: city.time_zone });
  return {
    standing: told(standingOf(ripening, 'resolution', period)),
    ripe: isComparable(ripening, 'resolution', period),
  };
}

/** The known repeats of all topics together; null where no caller is known. */
function repeatsOfAll({ repeats }: Gathered) {
  const all = [...repeats.values()];
  const known = all.reduce((sum, each) => sum + each.known, 0);
  const again = all.reduce((sum, each) => sum + each.again, 0);
  return known > 0 ? shareOf(again, known) : null;
}

/** `GET /api/monthly-topics/candidates`. */
export async function answerCandidates(
  question: CandidatesQuestion,
  city: City,
  run: JudgementRun,
): Promise<MonthlyTopicCandidates> {
  const { level, order, district } = question;
  const period = monthOf(question, run);
  const compared = comparedMonths(period, run);
  const [read, { standing, ripe }] = await Promise.all([
    readCandidates(question, period, compared, run, city.time_zone),
    ripenessOf(period, city, run),
  ]);
  const { topics, whole } = figuresOf(read.figures, level);
  const listed = topics.filter(({ appeals }) => appeals >= fewestListed);
  const input = inputOf(read, listed, period);
  const judged = await inThread(judgeCandidates, input, run.signal);
  const gathered: Gathered = {
    ...{ month: period.from, topics: listed, whole, judged, ripe },
    repeats: repeatsOf(read.repeats),
    year: byTopic(read.year),
    previous: byTopic(read.previous),
  };
  const { topics: ordered, criteria } = candidatesOf(gathered, order, question.criteria);
  const incomplete = run.history.completeTo < period.to ? [period.from] : [];
  const reads = [read.figures, read.repeats, read.history, ...asRead(read.year), ...asRead(read.previous)];
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, { period, incomplete }, reads, judged.milliseconds),
      ...{ month: period.from.slice(0, 7), level, district, order, criteria },
      ...{ fewest: fewestListed, topics: topics.length, compared, ripeness: standing },
      level_of_discoveries: levelOfDiscoveries,
    },
    whole: {
      ...{ appeals: whole.appeals, subdistricts: whole.places.size },
      resolution: shareOf(whole.resolved, whole.asked),
      repeats: repeatsOfAll(gathered),
    },
    topics: ordered,
    method: candidatesMethod({
      ...{ topics: listed.length, appeals: whole.appeals, months: input.months },
    }),
    notice: noticeOf(listed.length, whole, period, run),
  };
}
