import type { City } from '@hotline-atlas/city';
import {
  type Change,
  type ChangeKind,
  fewestAnnounced,
  metricOf,
  type Notice,
  type Period,
  type Selection,
  shift,
} from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { type Ripening, type RipeningSeries, seriesOf } from '../ripeness/development.ts';
import { readRipening } from '../ripeness/read-development.ts';
import { isComparable, lastRipeMonth, standingOf, told } from '../ripeness/standing.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { stepsOf } from '../series/steps.ts';
import { inThread } from '../threads/threads.ts';
import { type ChangeInput, type ChangeJudged, judgeChange } from './judge.ts';
import { changeMethod } from './method.ts';
import { type MonthlyCounts, readMonths } from './months.ts';
import type { ChangeQuestion } from './request.ts';
import { readSeason, type Season } from './season.ts';
import { type Compared, groupsOf, marksOf, noGroups, wholeChange } from './shape.ts';
import { type ReadSides, readSides, type Sides, wholeOf } from './sides.ts';

/** How what a metric counts ripens; null for metrics that wait for nothing. */
interface Ripens {
  ripening: Ripening;
  series: RipeningSeries;
}

async function ripensOf({ metric }: ChangeQuestion, run: JudgementRun, city: City): Promise<Ripens | null> {
  const series = seriesOf[metric];
  return series ? { series, ripening: await readRipening({ ...run, timeZone: city.time_zone }) } : null;
}

/** Without a beginning, the last complete month; of rates the last ripe one. */
function withPeriod(selection: Selection, run: JudgementRun, ripens: Ripens | null): Selection {
  if (selection.from) return selection;
  const ripe = ripens && lastRipeMonth(ripens.ripening, ripens.series, run.history.span);
  const until = ripe && !selection.to ? shift(ripe, 'month', 1) : selection.to;
  const asked = until ? { ...selection, to: until } : selection;
  const [last] = stepsOf(asked, run.history, run.city, 'month', 1).starts.slice(-1);
  return last ? { ...selection, from: last, to: shift(last, 'month', 1) } : selection;
}

const kindOf = ({ metric }: ChangeQuestion): ChangeKind =>
  metricOf(metric).kind === 'ratio' ? 'rate' : 'counts';

function inputOf(
  kind: ChangeKind,
  sides: readonly Sides[],
  { months, days, counts, of }: MonthlyCounts,
): ChangeInput {
  const all = [wholeOf(sides), ...sides];
  const column = (name: 'now' | 'nowOf' | 'before' | 'beforeOf') =>
    Float64Array.from(all, (side) => side[name]);
  return {
    kind,
    now: column('now'),
    nowOf: column('nowOf'),
    before: column('before'),
    beforeOf: column('beforeOf'),
    months,
    days,
    counts,
    of,
    fewest: fewestAnnounced,
  };
}

/** How ripe both sides are. */
function ripenessOf({ meta }: ReadSides, ripens: Ripens | null): Change['meta']['ripeness'] {
  if (!ripens || !meta.compared_period) return null;
  const of = (period: Period) => told(standingOf(ripens.ripening, ripens.series, period));
  return { now: of(meta.period), before: of(meta.compared_period) };
}

/** Whether a change can be told: both sides are ripe. */
const isRipe = ({ meta }: ReadSides, ripens: Ripens | null): boolean =>
  !ripens ||
  [meta.period, meta.compared_period].every(
    (period) => !period || isComparable(ripens.ripening, ripens.series, period),
  );

/** Why nothing can be judged; null where something can. */
function obstacle({ meta, sides }: ReadSides): Notice | null {
  const { covered } = meta;
  if (!covered.paired || covered.paired.days === 0) return notice('nothing_to_compare');
  return sides.length === 0 ? notice('no_data') : null;
}

const asRead = ({ meta }: ReadSides): ReadSeries => ({
  series: [],
  source: meta.source,
  rowsRead: meta.rows_read ?? 0,
  milliseconds: meta.milliseconds,
});

/** What a judgement rests on, before it is told. */
interface Found {
  season: Season | null;
  months: number;
  read: ReadSeries[];
  compared: Compared | null;
  judged: ChangeJudged | null;
}

const nothing: Found = { season: null, months: 0, read: [], compared: null, judged: null };

async function judge(
  question: ChangeQuestion,
  read: ReadSides,
  ripe: boolean,
  run: JudgementRun,
  city: City,
): Promise<Found> {
  const { meta, sides } = read;
  if (!meta.compared_period) return nothing;
  const kind = kindOf(question);
  const groups = question.by ? sides : [];
  const [{ months, read: history }, season] = await Promise.all([
    readMonths(
      question,
      meta.period,
      groups.map(({ group }) => group),
      run,
    ),
    question.season === false
      ? null
      : readSeason({ ...question, kind }, meta.period, meta.compared_period, run, city.time_zone),
  ]);
  const judged = await inThread(
    judgeChange,
    inputOf(kind, groups.length > 0 ? groups : sides, months),
    run.signal,
  );
  const { level } = question;
  const compared = { kind, sides: groups, whole: wholeOf(sides), season, judged, level, ripe };
  return { season, months: months.months, read: [history], compared, judged };
}

/** What is told where groups could be judged and none was large enough. */
const tooFew = ({ compared }: Found): Notice | null => {
  const told = compared?.judged.p.some((p) => !Number.isNaN(p)) ?? true;
  return told ? null : notice('too_few_appeals');
};

/** `GET /api/change`. */
export async function answerChange(asked: ChangeQuestion, city: City, run: JudgementRun): Promise<Change> {
  const ripens = await ripensOf(asked, run, city);
  const question = { ...asked, selection: withPeriod(asked.selection, run, ripens) };
  const kind = kindOf(question);
  const read = await readSides({ ...question, kind }, run, city.time_zone);
  const why = obstacle(read);
  const ripeness = ripenessOf(read, ripens);
  const ripe = isRipe(read, ripens);
  const found = why ? nothing : await judge(question, read, ripe, run, city);
  const groups = found.compared ? groupsOf(found.compared) : noGroups;
  const { meta, sides } = read;
  const { period, incomplete, covered } = meta;
  const seasonYears = found.season?.years ?? [];
  const counted = groups.mark.filter((mark) => mark !== 'too_few').length;
  return {
    meta: {
      ...judgementMeta(
        run.history,
        city.time_zone,
        { period, incomplete },
        [asRead(read), ...found.read],
        found.judged?.milliseconds ?? 0,
      ),
      metric: question.metric,
      kind,
      by: question.by,
      compare: question.compare,
      compared_period: meta.compared_period,
      covered,
      level: question.level,
      fewest: fewestAnnounced,
      season_years: seasonYears,
      ripeness,
    },
    whole: found.compared ? wholeChange(found.compared) : null,
    groups,
    marks: marksOf(groups),
    method: changeMethod(
      question,
      {
        kind,
        fewest: fewestAnnounced,
        months: found.months,
        seasonYears,
        adjusted: covered.paired?.adjusted === 'weekdays',
      },
      {
        days: covered.paired?.days ?? 0,
        groups: question.by ? sides.length : 0,
        tested: counted,
        months: found.months,
      },
    ),
    notice: why ?? tooFew(found) ?? (ripe ? null : notice('not_ripe')),
  };
}
