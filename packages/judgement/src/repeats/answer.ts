import type { City } from '@hotline-atlas/city';
import {
  daysBetween,
  daysIn,
  earlier,
  fewestRepeats,
  intersection,
  later,
  type Period,
  type Repeats,
  type Repetition,
  type Selection,
  shift,
} from '@hotline-atlas/model';
import {
  areCallersKnown,
  notice,
  type RepeatsRun,
  readEarlierAppeals,
  readRepeated,
  readRepeatedAppeals,
  seesCallers,
  withOpenAsOf,
} from '@hotline-atlas/query';
import type { ReaderRun } from '../answer/judgement.ts';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { stepsOf } from '../series/steps.ts';
import { repeatsMethod } from './method.ts';
import { inOrder, type Ranked, rankedOf } from './ranking.ts';
import { repetitionOf } from './repetition.ts';
import type { RepeatsQuestion } from './request.ts';

/** With fewer days of history, what is usual for a place is not known. */
const fewestDays = 28;
/** Of longer periods the series is by week. */
const mostDays = 62;

/** The days that are asked for and have data; without a beginning the last complete month. */
function periodOf(selection: Selection, { history, city }: ReaderRun): Period {
  const { span } = history;
  if (selection.from) {
    const from = later(selection.from, span.from);
    return { from, to: later(from, earlier(selection.to ?? span.to, span.to)) };
  }
  const [last] = stepsOf(selection, history, city, 'month', 1).starts.slice(-1);
  return last ? { from: last, to: shift(last, 'month', 1) } : span;
}

interface Cost {
  rowsRead: number;
  milliseconds: number;
}

/** Everything that was read, as a judgement tells it. */
const asRead = (costs: readonly Cost[]): ReadSeries => ({
  series: [],
  source: 'appeal',
  rowsRead: costs.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
  milliseconds: costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
});

/** Callers that come back, by their appeals beyond the first. */
async function rankedCallers(selection: Selection, run: RepeatsRun) {
  const { rows, ...cost } = await readRepeated('caller', selection, run);
  return { ranked: rows.map((each) => rankedOf(each, 'caller', null)), costs: [cost] };
}

/** Places beside what they had in the year before. */
async function rankedPlaces(selection: Selection, period: Period, run: RepeatsRun) {
  const { rows, ...cost } = await readRepeated('place', selection, run);
  const year = { from: shift(period.from, 'year', -1), to: period.from };
  const days = daysIn(intersection([year], run.history.coverage.spans));
  if (days < fewestDays || rows.length === 0)
    return { ranked: rows.map((each) => rankedOf(each, 'place', null)), costs: [cost] };
  const before = await readEarlierAppeals(
    rows.map(({ key }) => key),
    { ...selection, ...year, withoutRegimes: [] },
    run,
  );
  const known = new Map(before.rows.map(({ key, appeals }) => [key, appeals]));
  const share = daysBetween(period.from, period.to) / days;
  return {
    ranked: rows.map((each) => rankedOf(each, 'place', (known.get(each.key) ?? 0) * share)),
    costs: [cost, before],
  };
}

/** The repetitions to tell, with their appeals. */
async function told(
  ranked: readonly Ranked[],
  selection: Selection,
  period: Period,
  grain: Repeats['meta']['grain'],
  run: RepeatsRun,
): Promise<{ repeats: Repetition[]; costs: Cost[] }> {
  const kinds = [...new Set(ranked.map(({ kind }) => kind))];
  const read = await Promise.all(
    kinds.map((kind) => {
      const keys = ranked.filter((each) => each.kind === kind).map(({ key }) => key);
      return readRepeatedAppeals(kind, keys, selection, run);
    }),
  );
  const appeals = new Map(kinds.map((kind, at) => [kind, read[at]?.rows ?? []]));
  return {
    repeats: ranked.map((each) => {
      const own = appeals.get(each.kind)?.filter(({ key }) => key === each.key) ?? [];
      return repetitionOf(each, own, period, grain);
    }),
    costs: read,
  };
}

const nothing = { ranked: [] as Ranked[], costs: [] as Cost[] };

/** `GET /api/repeats`. */
export async function answerRepeats(question: RepeatsQuestion, city: City, run: ReaderRun): Promise<Repeats> {
  const began = performance.now();
  const period = periodOf(question.selection, run);
  const selection = withOpenAsOf({ ...question.selection, ...period }, run.scope, run.history);
  const reading: RepeatsRun = { ...run, ...run.reader };
  const hasDays = period.from < period.to;
  const asks = (kind: 'caller' | 'place') => hasDays && question.kinds.includes(kind);
  const callersOpen = seesCallers(reading);
  const [callers, places, callersKnown] = await Promise.all([
    callersOpen && asks('caller') ? rankedCallers(selection, reading) : nothing,
    asks('place') ? rankedPlaces(selection, period, reading) : nothing,
    callersOpen && hasDays && areCallersKnown(selection, reading),
  ]);
  const grain = daysBetween(period.from, period.to) > mostDays ? 'week' : 'day';
  const ranked = inOrder([...callers.ranked, ...places.ranked]).slice(0, question.limit);
  const { repeats, costs } = await told(ranked, selection, period, grain, reading);
  const read = asRead([...callers.costs, ...places.costs, ...costs]);
  const found = { caller: callers.ranked[0]?.found ?? 0, place: places.ranked[0]?.found ?? 0 };
  const judging = Math.max(0, performance.now() - began - read.milliseconds);
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, { period, incomplete: [] }, [read], judging),
      grain,
      limit: question.limit,
      found,
      fewest: fewestRepeats,
      callers_known: callersKnown,
      callers_closed: !callersOpen,
    },
    repeats,
    method: repeatsMethod({ ...found, told: repeats.length }),
    notice: repeats.length === 0 ? notice('no_data') : null,
  };
}
