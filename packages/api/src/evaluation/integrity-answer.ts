import { type City, membersOf } from '@hotline-atlas/city';
import {
  excessOf,
  integrityLevel,
  integrityMethod,
  type JudgedTest,
  judgeIntegrity,
  kindWords,
  measuredFlags,
  whyNotJudgeable,
} from '@hotline-atlas/evaluation';
import {
  daysOfMonth,
  evidenceKey,
  type IntegrityAsked,
  judgementMeta,
  type ReaderRun,
  type ReadIntegrity,
  readEvidence,
  readIntegrity,
  readRipening,
  standingOfIndicator,
} from '@hotline-atlas/judgement';
import {
  type EvaluatedGroup,
  type Integrity,
  type IntegrityKindTold,
  integrityKindLabels,
  integrityKinds,
  type Measure,
  NotOpen,
  parseName,
  type Scheme,
} from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { NotFound } from '../problems/failures.ts';
import { defaultMonth } from './default-month.ts';
import { comparedGroups, comparedIn, type IntegrityQuestion, isEverybody } from './integrity-request.ts';
import { evidenceAsked, seesEvidence, type Telling, testTold } from './integrity-told.ts';
import { schemeIn } from './request.ts';
import { isRankingOpen, type RankingSeen, rankingSeen } from './who-sees.ts';

/** Everything that is asked, with what was chosen for what was not said. */
interface Asked {
  month: string;
  scheme: Scheme;
  group: EvaluatedGroup;
  seen: RankingSeen;
  rows: IntegrityAsked;
}

async function askedOf(question: IntegrityQuestion, city: City, run: ReaderRun): Promise<Asked> {
  if (city.evaluation.length === 0)
    throw new NotFound(`${city.name.en} evaluates nobody: its pack has no evaluation.yaml.`);
  const month = question.month ?? (await defaultMonth(city, run));
  const scheme = schemeIn(city, month, null);
  const group = comparedIn(scheme, question.group);
  const members = isEverybody(group) ? null : membersOf(group, city);
  const days = daysOfMonth(scheme, month);
  const rows = { scheme, group, members, days, timeZone: city.time_zone };
  return { month, scheme, group, seen: rankingSeen(run.scope, city, group), rows };
}

/** Whether visits and closings of the month are still to come. */
async function provisionalIn(
  { rows, seen }: Asked,
  city: City,
  run: ReaderRun,
): Promise<Telling['provisional']> {
  const ripening = await readRipening({ ...run, scope: seen.counted, timeZone: city.time_zone });
  const waits = (numerator: Measure) =>
    standingOfIndicator({ numerator }, rows.days, ripening).state === 'provisional';
  return { visits: waits('contacted'), closings: waits('closed') };
}

/** What is told of each kind. */
function kindsTold(
  { counts }: ReadIntegrity,
  tests: readonly JudgedTest[],
  flags: readonly JudgedTest[],
): IntegrityKindTold[] {
  return integrityKinds.map((kind) => {
    const tested = tests.filter((test) => test.kind === kind && !Number.isNaN(test.p)).length;
    const { asks, fewest, effect, innocent } = kindWords[kind];
    const lacking = whyNotJudgeable(kind, counts);
    const tooFew = {
      en: `Fewer than eight units have ${fewest} orders or more to be compared.`,
      zh: `达到${fewest}件、可供比较的单位不足八个。`,
    };
    const { falseFlags, ...measured } = measuredFlags[kind];
    return {
      ...{ kind, label: integrityKindLabels[kind], asks, fewest, effect, tested },
      judgeable: lacking === null && tested > 0,
      why_not: lacking ?? (tested > 0 ? null : tooFew),
      flags: flags.filter((test) => test.kind === kind).length,
      measured: { ...measured, false_flags: falseFlags },
      innocent: [...innocent],
    };
  });
}

/** Numbers of orders of the tests that are told, where whoever asks may see them. */
async function ordersOf(
  told: readonly JudgedTest[],
  { rows }: Asked,
  { counts, likeness }: ReadIntegrity,
  run: ReaderRun,
): Promise<Telling['ordersOf']> {
  const seen = told.filter(({ kind }) => seesEvidence(kind, run.scope));
  const { orders } = await readEvidence(
    seen.map((test) => evidenceAsked(test, counts, likeness)),
    rows,
    run,
  );
  return ({ unit, kind, way }) =>
    seesEvidence(kind, run.scope)
      ? (orders.get(evidenceKey(counts.units[unit] ?? '', kind, way)) ?? [])
      : null;
}

/** Units with how many questions there are about each. */
function unitsTold(
  { counts }: ReadIntegrity,
  tests: readonly JudgedTest[],
  { seen }: Asked,
): Integrity['units'] {
  const own = counts.units.map((_, unit) => tests.filter((test) => test.unit === unit));
  return {
    unit: [...counts.units],
    flags: own.map((each, unit) =>
      seen.details(counts.units[unit] ?? '')
        ? each.filter(({ standing }) => standing === 'question').length
        : null,
    ),
    tested: own.map((each) => each.filter(({ p }) => !Number.isNaN(p)).length),
  };
}

/** The unit that is asked for, by its place. @throws NotOpen where its details are not open */
function unitAsked(unit: string | null, { counts }: ReadIntegrity, { seen, group }: Asked): number | null {
  if (unit === null) return null;
  parseName('unit', unit, counts.units);
  if (!seen.details(unit))
    throw new NotOpen(`Questions about ${unit} (${group.label.en}) are not open to you.`);
  return counts.units.indexOf(unit);
}

function metaOf(asked: Asked, read: ReadIntegrity, city: City, run: ReaderRun, milliseconds: number) {
  const { name, label, example } = asked.scheme;
  const days = { period: asked.rows.days, incomplete: [] };
  return {
    ...judgementMeta(run.history, city.time_zone, days, [{ ...read, series: [] }], milliseconds),
    month: asked.month,
    scheme: { name, label, example },
    group: { name: asked.group.name, label: asked.group.label, by: asked.group.by },
    groups: comparedGroups(asked.scheme)
      .filter((group) => isRankingOpen(run.scope, group))
      .map((group) => ({ name: group.name, label: group.label })),
    level: integrityLevel,
  };
}

const lessLikely = (one: JudgedTest, other: JudgedTest): number =>
  (Number.isNaN(one.p) ? 2 : one.p) - (Number.isNaN(other.p) ? 2 : other.p);

/** `GET /api/evaluation/integrity`: what to ask units about a month. */
export async function answerIntegrity(
  question: IntegrityQuestion,
  city: City,
  run: ReaderRun,
): Promise<Integrity> {
  const asked = await askedOf(question, city, run);
  const [read, provisional] = await Promise.all([
    readIntegrity(asked.rows, { ...run, scope: asked.seen.counted }),
    provisionalIn(asked, city, run),
  ]);
  const { counts } = read;
  const began = performance.now();
  const judgeable = integrityKinds.filter((kind) => whyNotJudgeable(kind, counts) === null);
  const tests = judgeIntegrity(counts, judgeable);
  const milliseconds = performance.now() - began;
  const only = unitAsked(question.unit, read, asked);
  const flags = tests
    .filter(({ unit, standing }) => standing === 'question' && asked.seen.details(counts.units[unit] ?? ''))
    .filter(({ unit }) => only === null || unit === only)
    .sort((one, other) => excessOf(other) - excessOf(one) || one.unit - other.unit);
  const telling: Telling = {
    ...{ counts, group: asked.group, month: asked.month, provisional },
    ordersOf: await ordersOf(flags, asked, read, run),
  };
  const all = only === null ? null : tests.filter(({ unit }) => unit === only).sort(lessLikely);
  const tested = tests.filter(({ p }) => !Number.isNaN(p)).length;
  return {
    meta: {
      ...metaOf(asked, read, city, run, milliseconds),
      provisional: provisional.visits || provisional.closings,
    },
    kinds: kindsTold(read, tests, flags),
    flags: flags.map((test) => testTold(test, telling)),
    units: unitsTold(read, tests, asked),
    tests: all === null ? null : all.map((test) => testTold(test, telling)),
    method: integrityMethod({ units: counts.units.length, tests: tested }),
    notice: counts.counts.orders.length === 0 ? notice('no_data') : null,
  };
}
