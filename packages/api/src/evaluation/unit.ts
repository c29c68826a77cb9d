import type { City } from '@hotline-atlas/city';
import {
  type DepthSeen,
  depthMethod,
  rankReach,
  scoreMonth,
  unitInDepth,
  unitsInPoint,
} from '@hotline-atlas/evaluation';
import {
  columnsCsv,
  daysOfMonth,
  readKeptCorrelation,
  readKeptTally,
  readRipening,
  seedOf,
} from '@hotline-atlas/judgement';
import {
  checkParameterNames,
  InvalidQuestion,
  parseName,
  parseText,
  type RawParameters,
  type Scheme,
  type UnitEvaluation,
  unitEvaluationParameters,
} from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { type Asked, askedOf, tallyQuestion } from './asked.ts';
import type { EvaluationJudgement } from './judgement.ts';
import { draws, isProvisional, metaOf, ripenessOf } from './live-answer.ts';
import type { EvaluationRun } from './months.ts';
import { monthOf } from './request.ts';

/** What `/api/evaluation/unit` asks; null where the answer chooses. */
export interface UnitQuestion {
  month: string | null;
  group: string | null;
  scheme: string | null;
  unit: string;
  format: 'json' | 'csv';
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and what is understood
 */
function parseUnit(raw: RawParameters): UnitQuestion {
  checkParameterNames(raw, Object.keys(unitEvaluationParameters.shape));
  const of = (name: string) => parseText(raw, name) ?? null;
  const unit = of('unit');
  if (unit === null) throw new InvalidQuestion('unit', '', 'send the code of a unit of the group');
  return {
    ...{ month: monthOf(raw), group: of('group'), scheme: of('scheme'), unit },
    format: parseName('format', of('format') ?? 'json', ['json', 'csv']),
  };
}

/**
 * What whoever asks sees of a unit. What the group does by topic are figures of the city by topic and month.
 */
function seenOf({ seen, run: { scope } }: Asked, unit: string): DepthSeen {
  const all = scope.clauses.length === 0;
  const needed = ['topic1', 'topic2', 'month'] as const;
  return {
    all,
    details: seen.details(unit),
    topics: all || needed.every((dimension) => scope.published.includes(dimension)),
  };
}

async function readMonth(asked: Asked) {
  const { scheme, month, city, run, seen } = asked;
  const byTopic: Scheme = { ...scheme, case_mix: ['topic1', 'topic2'] };
  const counted = { ...run, scope: seen.counted };
  const question = tallyQuestion(asked, byTopic, month);
  const [{ tally, corrected, ...read }, { correlation, ...pairs }, ripening] = await Promise.all([
    readKeptTally(question, counted, city.time_zone),
    readKeptCorrelation(question, counted, city.time_zone),
    readRipening({ ...counted, timeZone: city.time_zone }),
  ]);
  return {
    scored: scoreMonth(scheme, tally, correlation),
    corrected: new Set(corrected.flatMap(({ unit }) => unit ?? [])),
    provisional: isProvisional(ripenessOf(asked, ripening)),
    read: [read, pairs],
  };
}

/** `GET /api/evaluation/unit`: the month of one unit in depth, from the data of today. */
async function answerUnit(question: UnitQuestion, city: City, run: EvaluationRun): Promise<UnitEvaluation> {
  const asked = await askedOf({ ...question, weights: null, as: 'current' }, city, run);
  const { month, scheme, group } = asked;
  const { scored, corrected, provisional, read } = await readMonth(asked);
  const unit = parseName('unit', question.unit, scored.tally.units);
  const at = scored.tally.units.indexOf(unit);
  const seen = seenOf(asked, unit);
  const seed = seedOf(JSON.stringify([month, group.name, scheme.name])) >>> 1;
  const began = performance.now();
  const inPoint = unitsInPoint(scheme);
  const reach = rankReach(
    scored.score.map((value) => value / inPoint),
    scored.variance,
    { draws, seed },
  );
  const depth = unitInDepth(scored, reach, {
    ...{ unit: at, by: group.by, period: daysOfMonth(scheme, month) },
    ...{ isCorrected: corrected.has(unit), isProvisional: provisional, seen },
  });
  const milliseconds = performance.now() - began;
  const orders = scored.totals.orders[at] ?? 0;
  return {
    meta: { ...metaOf(asked, read, { milliseconds, provisional, seed }), unit, details: seen.details },
    ...depth,
    method: depthMethod(scheme, { draws, seed }, { units: scored.tally.units.length, orders }),
    notice: (scored.totals.appeals[at] ?? 0) === 0 ? notice('no_data') : null,
  };
}

/** A file with one line a topic; empty for whoever may not see the details of the unit. */
function unitCsv({ topics }: UnitEvaluation): string {
  const { topic1, topic2, orders, indicators } = topics ?? {
    topic1: [],
    topic2: [],
    orders: [],
    indicators: [],
  };
  const columns = indicators.flatMap(({ name, ...told }) =>
    Object.entries(told).map(([field, values]) => [`${name}_${field}`, values] as const),
  );
  return columnsCsv({ topic1, topic2, orders, ...Object.fromEntries(columns) });
}

/** `GET /api/evaluation/unit`; cached like a judgement, and by the revision of the months. */
export const unitEvaluation: EvaluationJudgement<UnitQuestion, UnitEvaluation> = {
  name: 'evaluation/unit',
  parse: parseUnit,
  answer: answerUnit,
  writing: ({ format }) => (format === 'csv' ? { type: 'text/csv; charset=utf-8', write: unitCsv } : null),
};
