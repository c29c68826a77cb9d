import { membersOf } from '@hotline-atlas/city';
import {
  allIndicators,
  evaluationMethod,
  excludedOf,
  type JudgedMonth,
  judgeMonth,
  orderOf,
  reasonRows,
  type Scored,
  scoreMonth,
  unitColumns,
} from '@hotline-atlas/evaluation';
import {
  type CorrectedOrder,
  daysOfMonth,
  judgementMeta,
  monthBefore,
  type ReadTally,
  readKeptCorrelation,
  readRipening,
  seedOf,
  standingOfIndicator,
} from '@hotline-atlas/judgement';
import type { EvaluatedGroup, Evaluation, RipenessStanding, Scheme } from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { type Asked, readMonth, tallyQuestion } from './asked.ts';
import { monthBeforeOf } from './month-before.ts';

export const draws = 600;

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

function schemeTold({
  groups: _,
  indicators: __,
  classes: ___,
  ...told
}: Scheme): Evaluation['meta']['scheme'] {
  return {
    ...told,
    exclusions: told.exclusions === 'all' ? 'all' : [...told.exclusions],
    case_mix: [...told.case_mix],
  };
}

const groupTold = ({ name, label, by, called_in }: EvaluatedGroup): Evaluation['meta']['group'] => ({
  ...{ name, label, by, called_in },
});

/** How many upheld objections changed orders of each unit. */
function upheldByUnit(corrected: readonly CorrectedOrder[]): ReadonlyMap<string, number> {
  const upheld = new Map<string, number>();
  for (const { unit } of corrected) if (unit !== null) upheld.set(unit, (upheld.get(unit) ?? 0) + 1);
  return upheld;
}

function shape(
  { scheme }: Asked,
  judged: JudgedMonth,
  ripeness: readonly RipenessStanding[],
  corrected: readonly CorrectedOrder[],
) {
  const { totals } = judged.scored;
  const order = orderOf(judged);
  return {
    base: {
      appeals: total(totals.appeals),
      orders: total(totals.orders),
      excluded: total(excludedOf(judged)),
      visited: total(totals.visited),
    },
    reasons: reasonRows(judged, order),
    indicators: allIndicators(judged, order, ripeness),
    units: unitColumns(judged, order, upheldByUnit(corrected)),
    classes: scheme.classes.map(({ name, label }) => ({
      name,
      label,
      units: judged.classes.filter((each) => each === name).length,
    })),
  };
}

/** What reading took. */
const costOf = ({ source, rowsRead, milliseconds }: ReadTally) => ({ source, rowsRead, milliseconds });

/** The months that are read: this one, and the one before by the same scheme; with how outcomes correlate. */
async function readMonths(asked: Asked) {
  const { scheme, month, city, run, seen } = asked;
  const counted = { ...run, scope: seen.counted };
  const [{ correlation, ...cost }, now, before] = await Promise.all([
    readKeptCorrelation(tallyQuestion(asked, scheme, month), counted, city.time_zone),
    readMonth(asked, scheme, month),
    readMonth(asked, scheme, monthBefore(month)),
  ]);
  return {
    correlation,
    corrected: now.corrected,
    now: scoreMonth(scheme, now.tally, correlation),
    before: scoreMonth(scheme, before.tally, correlation),
    read: [costOf(now), costOf(before), cost],
  };
}

type Ripening = Awaited<ReturnType<typeof readRipening>>;

const ripe: RipenessStanding = { state: 'ripe', share: 1, ripe_from: null };

/** How ripe each indicator is. What enters by its return visit is known once the month is over. */
export function ripenessOf(
  { scheme, month }: Pick<Asked, 'scheme' | 'month'>,
  ripening: Ripening,
): RipenessStanding[] {
  const days = daysOfMonth(scheme, month);
  const isKnown = scheme.enters_by === 'visited' && days.to <= ripening.dataTo;
  return scheme.indicators.map((indicator) =>
    isKnown ? ripe : standingOfIndicator(indicator, days, ripening),
  );
}

/** Whether some rate is not ripe. */
export const isProvisional = (ripeness: readonly RipenessStanding[]): boolean =>
  ripeness.some(({ state }) => state === 'provisional');

/** What an answer says about itself. */
export function metaOf(
  { month, scheme, group, city, run, tried }: Asked,
  read: readonly ReturnType<typeof costOf>[],
  judged: { milliseconds: number; provisional: boolean; seed: number },
): Evaluation['meta'] {
  const { milliseconds, ...told } = judged;
  const days = { period: daysOfMonth(scheme, month), incomplete: [] };
  const series = read.map((each) => ({ ...each, series: [] }));
  const sources = read.flatMap(({ source }) => source.split(' + ')).filter(Boolean);
  return {
    ...judgementMeta(run.history, city.time_zone, days, series, milliseconds),
    source: [...new Set(sources)].join(' + '),
    ...run.months.of(month),
    frozen: false,
    ...{ month, scheme: schemeTold(scheme), tried_weights: tried, group: groupTold(group), draws, ...told },
    groups: scheme.groups.map((each) => ({
      ...groupTold(each),
      units: membersOf(each, city)?.length ?? null,
    })),
  };
}

/** What the data of today gives, for whoever sees all; with the scores it rests on. */
export interface LiveAnswer {
  answer: Evaluation;
  now: Scored;
  before: Scored;
}

/** Works a month out from the data of today. */
export async function answerLive(asked: Asked): Promise<LiveAnswer> {
  const { month, scheme, group, seen, city, run } = asked;
  const [{ now, before, correlation, corrected, read }, ripening] = await Promise.all([
    readMonths(asked),
    readRipening({ ...run, scope: seen.counted, timeZone: city.time_zone }),
  ]);
  const ripeness = ripenessOf(asked, ripening);
  const provisional = isProvisional(ripeness);
  const seed = seedOf(JSON.stringify([month, group.name, scheme.name])) >>> 1;
  const began = performance.now();
  const judged = judgeMonth({ group, now, before, provisional, draws, seed });
  const milliseconds = performance.now() - began;
  const shaped = shape(asked, judged, ripeness, corrected);
  const ranked = shaped.units.rank.filter((rank) => rank !== null).length;
  const answer: Evaluation = {
    meta: metaOf(asked, read, { milliseconds, provisional, seed }),
    ...shaped,
    objections: {
      ...{ open: 0, upheld: 0, rejected: 0, withdrawn: 0, base: null, base_before: null },
      without_effect: corrected.filter(({ result }) => result !== 'applied').length,
    },
    month_before: await monthBeforeOf(asked, before),
    since_final: null,
    correlation: correlation.map((row) => row.map((value) => Math.round(value * 1e6) / 1e6)),
    moved: null,
    method: evaluationMethod(
      scheme,
      { draws, seed, isTried: asked.tried !== null },
      { units: shaped.units.unit.length, ranked },
    ),
    notice: shaped.base.appeals === 0 ? notice('no_data') : null,
  };
  return { answer, now, before };
}
