import type {
  CourseMonth,
  CourseUnit,
  EvaluationCourse,
  EvaluationIndicator,
  EvaluationUnits,
  Period,
  RipenessStanding,
} from '@hotline-atlas/model';
import type { RankReach } from '../ranking/rank-intervals.ts';
import { ranksOf } from '../ranking/ranks.ts';
import type { Scored } from '../score/score-month.ts';
import { excludedOf, points, rateColumns, told } from './columns.ts';

const figures = [
  ...['standing', 'rank', 'rank_first', 'rank_last', 'score', 'score_lower', 'score_upper'],
  ...['appeals', 'orders', 'excluded', 'visited'],
] as const satisfies (keyof EvaluationUnits)[];

const ofIndicator = ['numerator', 'denominator', 'rate', 'lower', 'upper', 'points'] as const;

type IndicatorFigures = Pick<
  EvaluationIndicator,
  'name' | 'label' | 'weight' | 'measured' | 'ripeness' | (typeof ofIndicator)[number]
>;

/** What is told of a month: columns of its units, as the answer of the month itself has them. */
export interface MonthFigures {
  units: Pick<EvaluationUnits, 'unit' | (typeof figures)[number]>;
  indicators: readonly IndicatorFigures[];
}

/** A month of the course. */
export interface MonthOfCourse {
  month: string;
  period: Period | null;
  /** Name of the scheme that is valid in it; null in a gap. */
  scheme: string | null;
  state: CourseMonth['state'];
  provisional: boolean;
  /** Whether how many orders are excluded is told of a unit. */
  tellsExcluded: (unit: string) => boolean;
  /** Null in a gap, and where the scheme has no such group. */
  figures: MonthFigures | null;
}

/**
 * Figures of a month that was scored, of every unit.
 * @param reach null where no ranks were drawn
 * @param ripeness of each indicator
 */
export function monthFigures(
  scored: Scored,
  reach: RankReach | null,
  ripeness: readonly RipenessStanding[],
): MonthFigures {
  const { scheme, tally, totals } = scored;
  const order = [...tally.units.keys()];
  const rank = ranksOf(scored.score);
  const column = (values: Float64Array | undefined, decimals: number) =>
    order.map((unit) => told(values?.[unit], decimals));
  return {
    units: {
      unit: [...tally.units],
      standing: [...scored.standing],
      rank: column(rank, 0),
      rank_first: column(reach?.first, 0),
      rank_last: column(reach?.last, 0),
      score: order.map((unit) => points(scored.score[unit], scheme)),
      score_lower: column(scored.lower, scheme.decimals),
      score_upper: column(scored.upper, scheme.decimals),
      appeals: [...totals.appeals],
      orders: [...totals.orders],
      excluded: excludedOf({ scored }),
      visited: [...totals.visited],
    },
    indicators: scheme.indicators.map(({ name, label, weight }, at) => ({
      ...{ name, label, weight, measured: scored.measured.includes(at) },
      ripeness: ripeness[at] ?? unknownRipeness,
      ...rateColumns(scored, order, at),
    })),
  };
}

const unknownRipeness: RipenessStanding = { state: 'unknown', share: null, ripe_from: null };

const monthTold = ({
  figures: own,
  tellsExcluded: _,
  provisional,
  ...month
}: MonthOfCourse): CourseMonth => ({
  ...month,
  provisional: own !== null && provisional,
  ranked: own?.units.standing.filter((standing) => standing === 'ranked').length ?? 0,
  units: own?.units.unit.length ?? 0,
});

/** Where each name is first met, from the newest month back, with the label it has there. */
function namesOf(months: readonly MonthOfCourse[]): Pick<IndicatorFigures, 'name' | 'label'>[] {
  const byName = new Map<string, Pick<IndicatorFigures, 'name' | 'label'>>();
  for (const { figures: own } of [...months].reverse())
    for (const { name, label } of own?.indicators ?? [])
      if (!byName.has(name)) byName.set(name, { name, label });
  return [...byName.values()];
}

/** A month with its units and indicators by name. */
interface Looked {
  month: MonthOfCourse;
  units: MonthFigures['units'] | null;
  places: ReadonlyMap<string, number>;
  indicators: readonly (IndicatorFigures | undefined)[];
}

const looked =
  (names: readonly { name: string }[]) =>
  (month: MonthOfCourse): Looked => {
    const { figures: own } = month;
    return {
      month,
      units: own?.units ?? null,
      places: new Map(own?.units.unit.map((unit, at) => [unit, at])),
      indicators: names.map(({ name }) => own?.indicators.find((each) => each.name === name)),
    };
  };

/** One figure of one unit, month by month. */
function figureOf<Name extends (typeof figures)[number]>(
  months: readonly Looked[],
  unit: string,
  name: Name,
): (EvaluationUnits[Name][number] | null)[] {
  return months.map(({ units, places, month }) => {
    const place = places.get(unit);
    if (!units || place === undefined || (name === 'excluded' && !month.tellsExcluded(unit))) return null;
    return units[name][place] ?? null;
  });
}

const indicatorOf = (
  months: readonly Looked[],
  unit: string,
  indicator: number,
): CourseUnit['indicators'][number] => {
  const of = (field: (typeof ofIndicator)[number]) =>
    months.map(({ indicators, places }) => indicators[indicator]?.[field][places.get(unit) ?? -1] ?? null);
  return {
    ...{ numerator: of('numerator'), denominator: of('denominator'), rate: of('rate') },
    ...{ lower: of('lower'), upper: of('upper'), points: of('points') },
  };
};

function unitTold(months: readonly Looked[], unit: string, indicators: number, details: boolean): CourseUnit {
  return {
    ...{ unit, details },
    standing: figureOf(months, unit, 'standing'),
    rank: figureOf(months, unit, 'rank'),
    rank_first: figureOf(months, unit, 'rank_first'),
    rank_last: figureOf(months, unit, 'rank_last'),
    score: figureOf(months, unit, 'score'),
    score_lower: figureOf(months, unit, 'score_lower'),
    score_upper: figureOf(months, unit, 'score_upper'),
    appeals: figureOf(months, unit, 'appeals'),
    orders: figureOf(months, unit, 'orders'),
    excluded: figureOf(months, unit, 'excluded'),
    visited: figureOf(months, unit, 'visited'),
    indicators: Array.from({ length: indicators }, (_, at) => indicatorOf(months, unit, at)),
  };
}

/** Codes of all units that any of the months has, in order. */
export const unitsOfCourse = (months: readonly MonthOfCourse[]): string[] =>
  [...new Set(months.flatMap(({ figures: own }) => own?.units.unit ?? []))].sort();

/**
 * Months of a group, as they are told.
 * @param units those that are told
 * @param details whether whoever asks may see the details of a unit
 */
export function courseColumns(
  months: readonly MonthOfCourse[],
  units: readonly string[],
  details: (unit: string) => boolean,
): Pick<EvaluationCourse, 'months' | 'indicators' | 'units'> {
  const names = namesOf(months);
  const all = months.map(looked(names));
  return {
    months: months.map(monthTold),
    indicators: names.map(({ name, label }, at) => {
      const own = all.map(({ indicators }) => indicators[at]);
      return {
        ...{ name, label },
        weight: own.map((each) => each?.weight ?? null),
        measured: own.map((each) => each?.measured ?? null),
        ripeness: own.map((each) => each?.ripeness ?? null),
      };
    }),
    units: units.map((unit) => unitTold(all, unit, names.length, details(unit))),
  };
}
