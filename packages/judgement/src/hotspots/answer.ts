import type { City } from '@hotline-atlas/city';
import { type Expectation, expectations, type Hotspots, type Notice, type Scope } from '@hotline-atlas/model';
import { notice, seesWholeAreas, TooHeavy } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { seedOf } from '../answer/numbers.ts';
import { neighboursOf, type StudyArea, studyAreaOf } from '../places/study-area.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { matrixOf, stepNumbers } from '../series/matrix.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { type Steps, stepsOf } from '../series/steps.ts';
import { inThread } from '../threads/threads.ts';
import { expectedCounts } from './expectation.ts';
import type { Gathered } from './gathered.ts';
import { type HotspotsInput, type HotspotsJudged, judgeHotspots } from './judge.ts';
import { hotspotsMethod } from './method.ts';
import { hasTopic, readHotspots } from './read.ts';
import type { HotspotsQuestion } from './request.ts';
import { type Counted, classesOf, countedOf, globalOf, placesOf, seriesOf } from './shape.ts';

const alpha = 0.05;
const standardSteps = { month: 24, week: 26, quarter: 12 } as const;
const mostNumbers = 3_000_000;
const fewestPlaces = 3;

/** What places are judged against where the question leaves it open. */
export function resolveExpectation(
  { expected, selection, level }: HotspotsQuestion,
  city: Pick<City, 'areas'>,
  scope: Scope,
): Expectation {
  if (expected !== 'auto') return expected;
  if (!hasTopic(selection.where) && level === 'cell') return 'even';
  const areas = city.areas.find((area) => area.level === level)?.features.features ?? [];
  const isKnown = areas.length > 0 && seesWholeAreas(scope);
  if (isKnown && areas.every(({ properties }) => properties.residents !== undefined)) return 'residents';
  return hasTopic(selection.where) ? 'appeals' : 'even';
}

function gather(
  question: HotspotsQuestion,
  expected: Expectation,
  steps: Steps,
  read: { selected: ReadSeries; all: ReadSeries },
  { scope }: JudgementRun,
  city: City,
): Gathered {
  const held = read.selected.series.map(({ keys }) => keys[0] ?? '');
  const anyAppeal = read.all.series.map(({ keys }) => keys[0] ?? '');
  const { selection, level, resolution } = question;
  const area = studyAreaOf(
    city,
    { level, resolution, where: selection.where, expected },
    scope,
    held,
    anyAppeal,
  );
  if (area.places.length * steps.starts.length > mostNumbers)
    throw new TooHeavy(
      `${area.places.length} places in ${steps.starts.length} steps are more than one question may judge (${mostNumbers}). Take a coarser resolution, a shorter period, or a part of the city (where=district:…).`,
    );
  const counts = matrixOf(read.selected.series, area.places, steps.starts);
  const exposure = expected === 'appeals' ? matrixOf(read.all.series, area.places, steps.starts) : null;
  return {
    question,
    expected,
    steps,
    area,
    counts,
    expectations: expectedCounts(expected, { counts, exposure, residents: area.residents }),
  };
}

/** What places can be judged against: residents only where those of every place are known. */
export const possibleFor = ({ residents }: Pick<StudyArea, 'residents'>): Expectation[] =>
  expectations.filter((name) => name !== 'residents' || residents.every((number) => number !== null));

/** Why nothing can be judged; null where it can. */
function obstacle({ area, steps, counts, expected }: Gathered): Notice | null {
  if (area.places.length > 0 && !possibleFor(area).includes(expected)) return notice('no_residents');
  if (steps.starts.length === 0) return notice('too_few_steps');
  if (area.places.length < fewestPlaces) return notice('too_few_places');
  if (counts.values.every((value) => value === 0)) return notice('no_data');
  const [first] = counts.values;
  return counts.values.every((value) => value === first) ? notice('all_equal') : null;
}

const inputOf = ({ area, steps, counts, expectations, question }: Gathered, city: City): HotspotsInput => ({
  counts: counts.values,
  expected: expectations.values,
  places: counts.places,
  steps: counts.steps,
  neighbours: neighboursOf(city, question.level, area.places),
  placeSeeds: Uint32Array.from(area.places, seedOf),
  stepSeeds: Uint32Array.from(stepNumbers(steps.starts).keys()),
  alpha,
});

const unjudged: HotspotsJudged = {
  dispersion: 0,
  z: new Float64Array(),
  q: new Float64Array(),
  bins: new Int8Array(),
  p: new Float64Array(),
  trendZ: new Float64Array(),
  trendP: new Float64Array(),
  classes: new Int8Array(),
  moran: null,
  milliseconds: 0,
};

const notLocated = ({ series }: ReadSeries): number =>
  series
    .filter(({ keys }) => keys[0] === '')
    .reduce((sum, { counts }) => sum + (counts[0]?.reduce((a, b) => a + b, 0) ?? 0), 0);

/** `GET /api/hotspots`. */
export async function answerHotspots(
  question: HotspotsQuestion,
  city: City,
  run: JudgementRun,
): Promise<Hotspots> {
  const expected = resolveExpectation(question, city, run.scope);
  const steps = stepsOf(question.selection, run.history, city, question.step, standardSteps[question.step]);
  const read = await readHotspots(question, expected, steps, run);
  const gathered = gather(question, expected, steps, read, run, city);
  const missing = question.level !== 'cell' && !city.areas.some(({ level }) => level === question.level);
  const why = missing ? notice('no_places') : obstacle(gathered);
  const judging = why ? unjudged : inThread(judgeHotspots, inputOf(gathered, city), run.signal);
  const counted = countedOf(gathered);
  return shaped({ gathered, counted, judged: await judging, why, read }, city, run);
}

/** All an answer is made of. */
interface Found {
  gathered: Gathered;
  counted: Counted;
  judged: HotspotsJudged;
  why: Notice | null;
  read: { selected: ReadSeries; all: ReadSeries };
}

function shaped(
  { gathered, counted, judged, why, read }: Found,
  city: City,
  { history }: JudgementRun,
): Hotspots {
  const { question, expected, steps, area, counts } = gathered;
  const shown = why === null;
  const places = placesOf(gathered, judged, shown);
  const sources = read.all === read.selected ? [read.selected] : [read.selected, read.all];
  const appeals = places.count.reduce((sum, count) => sum + count, 0);
  const sample = { places: counts.places, steps: counts.steps, appeals };
  return {
    meta: {
      ...judgementMeta(history, city.time_zone, steps, sources, judged.milliseconds),
      level: question.level,
      resolution: question.level === 'cell' ? question.resolution : null,
      step: question.step,
      measure: question.measure,
      expected,
      possible: possibleFor(area),
      steps: steps.starts,
      alpha,
    },
    study_area: {
      places: counts.places,
      with_appeals: places.count.filter((count) => count > 0).length,
      bounded_by: area.boundedBy,
      not_located: notLocated(read.selected),
    },
    global: globalOf(judged),
    classes: classesOf(places.class),
    places,
    series: seriesOf(counted, judged, shown),
    method: hotspotsMethod(question, expected, alpha, judged, sample),
    notice: why,
  };
}
