import { type City, membersOf } from '@hotline-atlas/city';
import {
  allIndicators,
  evaluationMethod,
  excludedOf,
  type JudgedMonth,
  judgeMonth,
  movedRank,
  movedTold,
  orderOf,
  reasonRows,
  type Scored,
  scoreMonth,
  unitColumns,
  withWeights,
} from '@hotline-atlas/evaluation';
import {
  daysOfMonth,
  type JudgementRun,
  judgementMeta,
  monthBefore,
  type ReadTally,
  readCorrelation,
  readRipening,
  readTally,
  seedOf,
  standingOfIndicator,
  type TallyQuestion,
} from '@hotline-atlas/judgement';
import {
  type EvaluatedGroup,
  type Evaluation,
  isValidIn,
  type MovedRankTold,
  NotOpen,
  parseName,
  type RipenessStanding,
  type Scheme,
} from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { NotFound } from '../problems/failures.ts';
import { defaultMonth } from './default-month.ts';
import { type EvaluationQuestion, groupIn, schemeIn } from './request.ts';
import { parseTriedWeights } from './tried-weights.ts';
import { type RankingSeen, rankingSeen } from './who-sees.ts';

const draws = 600;

/** Everything that is asked, with what was chosen for what was not said. */
interface Asked {
  month: string;
  scheme: Scheme;
  group: EvaluatedGroup;
  unit: string | null;
  city: City;
  run: JudgementRun;
  seen: RankingSeen;
  /** Tried weights by indicator; null where the rules are asked for. */
  tried: Record<string, number> | null;
}

async function askedOf(question: EvaluationQuestion, city: City, run: JudgementRun): Promise<Asked> {
  if (city.evaluation.length === 0)
    throw new NotFound(`${city.name.en} evaluates nobody: its pack has no evaluation.yaml.`);
  const month = question.month ?? (await defaultMonth(city, run));
  const rules = schemeIn(city, month, question.scheme);
  const tried = question.weights === null ? null : parseTriedWeights(question.weights, rules);
  const scheme = tried ? withWeights(rules, tried) : rules;
  const group = groupIn(scheme, question.group);
  const seen = rankingSeen(run.scope, city, group);
  return { month, scheme, group, unit: question.unit, city, run, seen, tried };
}

const tallyQuestion = ({ city, group }: Asked, scheme: Scheme, month: string): TallyQuestion => ({
  scheme,
  group,
  members: membersOf(group, city),
  days: daysOfMonth(scheme, month),
});

/** Counts of a month by the rules of a scheme. */
function readMonth(asked: Asked, scheme: Scheme, month: string): Promise<ReadTally> {
  const { city, run, seen } = asked;
  const counted = { ...run, scope: seen.counted };
  return readTally(tallyQuestion(asked, scheme, month), counted, city.time_zone);
}

/** The scheme that was valid in a month; null where none was. */
const validIn = ({ evaluation }: City, month: string): Scheme | null =>
  evaluation.find((scheme) => isValidIn(scheme, month)) ?? null;

/** A rank as it was, and by which scheme. */
interface Published {
  scheme: Scheme | null;
  rank: number | null;
}

/**
 * Rank of a unit in the month before by the scheme that was valid then, among the same group of it; null
 * where none was valid, it had no such group, or the unit had no score.
 */
async function publishedRank(asked: Asked, unit: string, before: Scored): Promise<Published> {
  const month = monthBefore(asked.month);
  const scheme = validIn(asked.city, month);
  const group = scheme?.groups.find(({ name }) => name === asked.group.name);
  if (!scheme || !group) return { scheme, rank: null };
  const scored =
    scheme === asked.scheme
      ? before
      : scoreMonth(scheme, (await readMonth({ ...asked, group }, scheme, month)).tally);
  const own = scored.score[scored.tally.units.indexOf(unit)] ?? Number.NaN;
  const higher = scored.score.reduce((sum, other) => sum + Number(other > own), 0);
  return { scheme, rank: Number.isNaN(own) ? null : 1 + higher };
}

async function movedOf(asked: Asked, now: Scored, before: Scored): Promise<MovedRankTold | null> {
  const { unit, seen, month, scheme, group } = asked;
  if (unit === null) return null;
  parseName('unit', unit, now.tally.units);
  if (!seen.details(unit))
    throw new NotOpen(`What moved the rank of ${unit} (${group.label.en}) is not open to you.`);
  const published = await publishedRank(asked, unit, before);
  const moved = movedRank(now, before, unit, published.rank);
  const earlier = { month: monthBefore(month), scheme: published.scheme?.name ?? null };
  return moved && movedTold(moved, unit, scheme, earlier);
}

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

function shape(asked: Asked, judged: JudgedMonth, ripeness: readonly RipenessStanding[]) {
  const { scheme, seen } = asked;
  const { totals } = judged.scored;
  const order = orderOf(judged);
  const excluded = excludedOf(judged, seen.details);
  return {
    base: {
      appeals: total(totals.appeals),
      orders: total(totals.orders),
      excluded: excluded.some((count) => count === null) ? null : total(excluded.map(Number)),
      visited: total(totals.visited),
    },
    reasons: reasonRows(judged, order, seen.details),
    indicators: allIndicators(judged, order, ripeness),
    units: unitColumns(judged, order, seen.details),
    classes: scheme.classes.map(({ name, label }) => ({
      name,
      label,
      units: judged.classes.filter((each) => each === name).length,
    })),
  };
}

/** What reading took. */
const withoutTally = ({ tally: _, ...read }: ReadTally): Omit<ReadTally, 'tally'> => read;

/** The months that are read: this one, and the one before by the same scheme; with how outcomes correlate. */
async function readMonths(asked: Asked) {
  const { scheme, month, city, run, seen } = asked;
  const counted = { ...run, scope: seen.counted };
  const [{ correlation, ...cost }, now, before] = await Promise.all([
    readCorrelation(tallyQuestion(asked, scheme, month), counted, city.time_zone),
    readMonth(asked, scheme, month),
    readMonth(asked, scheme, monthBefore(month)),
  ]);
  return {
    correlation,
    now: scoreMonth(scheme, now.tally, correlation),
    before: scoreMonth(scheme, before.tally, correlation),
    read: [withoutTally(now), withoutTally(before), { source: 'appeal', ...cost }],
  };
}

type Ripening = Awaited<ReturnType<typeof readRipening>>;

const ripe: RipenessStanding = { state: 'ripe', share: 1, ripe_from: null };

/** How ripe each indicator is. What enters by its return visit is known once the month is over. */
function ripenessOf({ scheme, month }: Asked, ripening: Ripening): RipenessStanding[] {
  const days = daysOfMonth(scheme, month);
  const isKnown = scheme.enters_by === 'visited' && days.to <= ripening.dataTo;
  return scheme.indicators.map((indicator) =>
    isKnown ? ripe : standingOfIndicator(indicator, days, ripening),
  );
}

/** What is told of a month nobody has opened. */
const monthOfDraft = {
  state: 'draft',
  revision: 0,
  objections_until: null,
  reopened: 0,
  frozen: false,
  finalised: null,
} as const;

/** What the answer says about itself. */
function metaOf(
  { month, scheme, group, city, run, tried }: Asked,
  read: readonly Omit<ReadTally, 'tally'>[],
  judged: { milliseconds: number; provisional: boolean; seed: number },
): Evaluation['meta'] {
  const { milliseconds, ...told } = judged;
  const days = { period: daysOfMonth(scheme, month), incomplete: [] };
  const series = read.map((each) => ({ ...each, series: [] }));
  const sources = read.flatMap(({ source }) => source.split(' + ')).filter(Boolean);
  return {
    ...judgementMeta(run.history, city.time_zone, days, series, milliseconds),
    source: [...new Set(sources)].join(' + '),
    ...monthOfDraft,
    ...{ month, scheme: schemeTold(scheme), tried_weights: tried, group: groupTold(group), draws, ...told },
    groups: scheme.groups.map((each) => ({
      ...groupTold(each),
      units: membersOf(each, city)?.length ?? null,
    })),
  };
}

/** `GET /api/evaluation`: the table of a month, and what moved the rank of one unit. */
export async function answerEvaluation(
  question: EvaluationQuestion,
  city: City,
  run: JudgementRun,
): Promise<Evaluation> {
  const asked = await askedOf(question, city, run);
  const { month, scheme, group, seen } = asked;
  const [{ now, before, correlation, read }, ripening] = await Promise.all([
    readMonths(asked),
    readRipening({ ...run, scope: seen.counted, timeZone: city.time_zone }),
  ]);
  const ripeness = ripenessOf(asked, ripening);
  const provisional = ripeness.some(({ state }) => state === 'provisional');
  const seed = seedOf(JSON.stringify([month, group.name, scheme.name])) >>> 1;
  const began = performance.now();
  const judged = judgeMonth({ group, now, before, provisional, draws, seed });
  const milliseconds = performance.now() - began;
  const shaped = shape(asked, judged, ripeness);
  const ranked = shaped.units.rank.filter((rank) => rank !== null).length;
  return {
    meta: metaOf(asked, read, { milliseconds, provisional, seed }),
    ...shaped,
    objections: {
      open: 0,
      upheld: 0,
      rejected: 0,
      withdrawn: 0,
      without_effect: 0,
      base: null,
      base_before: null,
    },
    since_final: null,
    correlation: correlation.map((row) => row.map((value) => Math.round(value * 1e6) / 1e6)),
    moved: await movedOf(asked, now, before),
    method: evaluationMethod(
      scheme,
      { draws, seed, isTried: asked.tried !== null },
      { units: shaped.units.unit.length, ranked },
    ),
    notice: shaped.base.appeals === 0 ? notice('no_data') : null,
  };
}
