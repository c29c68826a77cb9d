import type { PlanArray } from '../plan-table.ts';
import { areaSharesOf } from './area-shares.ts';
import { districtShares } from './areas.ts';
import { beginningOf } from './calendar.ts';
import { poolFor } from './callers.ts';
import { ofYear } from './demand.ts';
import { gamingArrays, gamingFigures } from './gaming.ts';
import type { History, PlannedMonth } from './history.ts';
import { momentArrays, topicSlots } from './moment-arrays.ts';
import { orderArrays } from './order-arrays.ts';
import { outbreakArrays } from './outbreak-arrays.ts';
import { meanFailure, outcomesFor } from './outcomes.ts';
import { ofMonth } from './path.ts';
import { areaSlots, areaWheel, placeArrays } from './place-arrays.ts';
import { remember } from './remember.ts';
import { returnArrays, returnFigures } from './returns.ts';
import { dayParts } from './rhythm.ts';
import { spotsPerArea } from './spots.ts';
import { orderFigures } from './story.ts';
import { kindWheel, monthConsultations, subjectArrays, topicWeights } from './subject-arrays.ts';
import { ownWordsOf, wordingArrays } from './wording-arrays.ts';

/** Everything the engine needs to make a month. */
export interface MonthPlan {
  arrays: PlanArray[];
  figures: Record<string, number | string>;
}

/** Ranks of callers in a year. */
function pools(history: History, year: number): { citizen_pool: number; enterprise_pool: number } {
  const { published, assumed } = history.calibration;
  const called = published.callers[year];
  const millions = published.received[year]?.millions;
  const share = called && millions ? called / millions : ofYear(assumed.callers_per_appeal, year);
  const appeals = history.years.get(year) ?? 0;
  const enterprises = ofMonth(assumed.enterprises, `${year}-10`);
  const pool = poolFor(share, assumed.caller_bend) * appeals;
  return { citizen_pool: pool, enterprise_pool: Math.max(1, pool * enterprises) };
}

/** The figures of sql/6_closing.sql to sql/9_reopening.sql in a month. */
export function outcomeFigures(history: History, planned: PlannedMonth): Record<string, number> {
  const { assumed } = history.calibration;
  const { month } = planned;
  const year = Number(month.slice(0, 4));
  const consultations = monthConsultations(history, planned);
  const orders = topicWeights(planned).map((weight, at) => weight * (1 - (consultations[at] ?? 0)));
  const failure = meanFailure(history.topics, orders, history.receivers, {
    units: history.units,
    areaShares: areaSharesOf(history, year)[0] ?? [],
    districtShares: districtShares(history.districts, year, history.calibration),
  });
  const rates = {
    resolution: ofMonth(
      assumed.rates.map(([at, resolution]) => [at, resolution]),
      month,
    ),
    satisfaction: ofMonth(
      assumed.rates.map(([at, , satisfaction]) => [at, satisfaction]),
      month,
    ),
    notContacted: ofMonth(assumed.not_contacted, month),
  };
  return {
    ...outcomesFor(rates, failure),
    excluded_share: ofMonth(assumed.excluded, month),
    pace: ofMonth(assumed.pace, month),
    pace_of_weakness: assumed.pace_of_weakness,
  };
}

/** The single figures of a month, bound as parameters. */
function figuresOf(
  history: History,
  planned: PlannedMonth,
  callers: ReturnType<typeof pools>,
): Record<string, number | string> {
  const { calibration, city, seed, areas, now } = history;
  const year = planned.month.slice(0, 4);
  return {
    seed,
    now,
    year,
    month: planned.month,
    appeals: planned.appeals,
    prefix: calibration.assumed.id_prefix,
    ...dayParts,
    topic_slots: topicSlots,
    area_slots: areaSlots,
    spots: spotsPerArea,
    areas: areas.length,
    enterprise_line: beginningOf(calibration.published.enterprise_line, city.time_zone),
    lasting_callers: Math.round(calibration.assumed.lasting_callers * 100),
    caller_bend: calibration.assumed.caller_bend,
    repeating: Math.round(calibration.assumed.repeating * 100),
    ...callers,
    ...outcomeFigures(history, planned),
    ...orderFigures(history.story),
    ...(history.games && gamingFigures(calibration)),
    ...(history.returns && returnFigures(calibration)),
  };
}

/** A function that plans one month after the other; what stays the same is worked out once. */
export function monthPlanner(history: History): (planned: PlannedMonth) => MonthPlan {
  const lasting = [
    ...placeArrays(history),
    ...orderArrays(history),
    kindWheel(history),
    ...(history.returns ? returnArrays(history.returns) : []),
  ];
  const poolsOf = remember((year: number) => pools(history, year));
  const areasOf = remember((year: number) => areaWheel(history, year));
  const own = ownWordsOf(history, history.spots);
  const wordingsOf = remember((month: number) => wordingArrays(history, own, month));
  const before = Object.entries(own.figures).map(([kind, count]) => [`${kind}_before`, count] as const);
  return (planned) => {
    const [year = 0, month = 1] = planned.month.split('-').map(Number);
    return {
      arrays: [
        ...momentArrays(history, planned),
        ...subjectArrays(history, planned),
        ...outbreakArrays(history, planned),
        areasOf(year),
        ...wordingsOf(month),
        ...lasting,
        ...(history.games
          ? gamingArrays(history.games, history.units, history.outbreaks, planned.month)
          : []),
      ],
      figures: { ...figuresOf(history, planned, poolsOf(year)), ...Object.fromEntries(before) },
    };
  };
}
