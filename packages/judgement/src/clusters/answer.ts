import type { City } from '@hotline-atlas/city';
import {
  bucketEnd,
  type Cluster,
  type Clusters,
  encodeSelection,
  type Notice,
  type Period,
} from '@hotline-atlas/model';
import { notice, TooHeavy } from '@hotline-atlas/query';
import { getHexagonEdgeLengthAvg, UNITS } from 'h3-js';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { probability, rounded, seedOf } from '../answer/numbers.ts';
import { middleOfPlace } from '../places/study-area.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type Matrix, matrixOf } from '../series/matrix.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { type Steps, stepsOf } from '../series/steps.ts';
import { inThread } from '../threads/threads.ts';
import { usualBaselines } from './baseline.ts';
import { type ClustersInput, type ClustersJudged, type FoundCluster, judgeClusters } from './judge.ts';
import { clustersMethod } from './method.ts';
import { readClusters } from './read.ts';
import type { ClustersQuestion } from './request.ts';

const standardSteps = { week: 26, day: 60, month: 24 } as const;
const mostPlaces = 25;
const fewestPlaces = 3;
const fewestSteps = 2;
const fewestAppeals = 10;
const mostWork = 3e9;
const longestAddress = 3000;

/** What is known before judging. */
interface Gathered {
  question: ClustersQuestion;
  steps: Steps;
  places: string[];
  counts: Matrix;
  baselines: Matrix;
  appeals: number;
  longest: number;
  seed: number;
}

const totalOf = ({ counts }: ReadSeries['series'][number]): number =>
  counts[0]?.reduce((a, b) => a + b, 0) ?? 0;

function gather(
  question: ClustersQuestion,
  steps: Steps,
  read: { steps: ReadSeries; usual: ReadSeries },
  city: City,
): Gathered {
  const outlined = city.areas.find(({ level }) => level === question.level)?.features.features;
  const known = new Set(outlined?.map(({ properties }) => properties.code));
  const isPlace = (place: string) => place !== '' && (question.level === 'cell' || known.has(place));
  const usual = new Map(read.usual.series.map((series) => [series.keys[0] ?? '', totalOf(series)]));
  const places = [...new Set([...usual.keys(), ...read.steps.series.map(({ keys }) => keys[0] ?? '')])]
    .filter(isPlace)
    .sort();
  const counts = matrixOf(read.steps.series, places, steps.starts);
  const { limit: _, ...asked } = question;
  return {
    question,
    steps,
    places,
    counts,
    baselines: usualBaselines(
      counts,
      Float64Array.from(places, (place) => usual.get(place) ?? 0),
    ),
    appeals: counts.values.reduce((sum, count) => sum + count, 0),
    longest: Math.max(1, Math.min(question.longest, Math.floor(steps.starts.length / 2))),
    seed: seedOf(JSON.stringify(asked)) >>> 1,
  };
}

function obstacle({ question, places, steps, appeals }: Gathered, city: City): Notice | null {
  if (question.level !== 'cell' && !city.areas.some(({ level }) => level === question.level))
    return notice('no_places');
  if (steps.starts.length < fewestSteps) return notice('too_few_steps');
  if (appeals === 0) return notice('no_data');
  if (places.length < fewestPlaces) return notice('too_few_places');
  return appeals < fewestAppeals ? notice('too_few_appeals') : null;
}

function checkWork({ places, steps, longest, question }: Gathered): void {
  const ends = question.alive === 'latest' ? 1 : steps.starts.length;
  const work = ends * longest * places.length * Math.min(mostPlaces, places.length) * question.replications;
  if (work > mostWork)
    throw new TooHeavy(
      `${places.length} places in ${steps.starts.length} steps are more than one scan may search. Take a coarser resolution, fewer steps or replications, alive=latest, or a part of the city (where=district:…).`,
    );
}

function inputOf(gathered: Gathered, city: City): ClustersInput {
  const { question, places, counts, baselines, longest, seed } = gathered;
  const middles = places.map((place) => middleOfPlace(city, question.level, place));
  return {
    counts: counts.values,
    baselines: baselines.values,
    places: counts.places,
    steps: counts.steps,
    latitudes: Float64Array.from(middles, ([, latitude]) => latitude),
    longitudes: Float64Array.from(middles, ([longitude]) => longitude),
    mostPlaces,
    widest: question.widest,
    longest,
    ends: question.alive === 'latest' ? 'last' : 'any',
    mostClusters: question.limit,
    replications: question.replications,
    seed,
  };
}

/** The address of the appeals of a cluster; null where it would be too long. */
function appealsOf({ selection, level }: ClustersQuestion, places: string[], period: Period): string | null {
  const where = [...selection.where, { dimension: level, exclude: false, values: places }];
  const address = `/api/appeals?${encodeSelection({ ...selection, where, ...period })}`;
  return address.length <= longestAddress ? address : null;
}

function shapeCluster(found: FoundCluster, { question, steps, places }: Gathered, city: City): Cluster {
  const own = found.places.map((place) => places[place] ?? '');
  const [centre = ''] = own;
  const [longitude, latitude] = middleOfPlace(city, question.level, centre);
  const last = steps.starts[found.to - 1] ?? '';
  const period = { from: steps.starts[found.from] ?? '', to: bucketEnd(last, steps.grain) };
  const edge = question.level === 'cell' ? getHexagonEdgeLengthAvg(question.resolution, UNITS.km) : 0;
  return {
    centre: { place: centre, longitude: rounded(longitude, 5) ?? 0, latitude: rounded(latitude, 5) ?? 0 },
    radius_km: rounded(found.radiusMetres / 1000 + edge, 2) ?? 0,
    places: own,
    period,
    steps: found.to - found.from,
    observed: Math.round(found.observed),
    expected: rounded(found.expected, 2) ?? 0,
    ratio: found.expected < 1 ? null : rounded(found.observed / found.expected, 2),
    score: rounded(found.score, 3) ?? 0,
    p: probability(found.p) ?? 1,
    p_gumbel: probability(found.gumbelP),
    appeals: appealsOf(question, own, period),
  };
}

const nothing: ClustersJudged = { clusters: [], dispersion: 1, milliseconds: 0 };

/** `GET /api/clusters`. */
export async function answerClusters(
  question: ClustersQuestion,
  city: City,
  run: JudgementRun,
): Promise<Clusters> {
  const steps = stepsOf(question.selection, run.history, city, question.step, standardSteps[question.step]);
  const read = await readClusters(question, steps, run);
  const gathered = gather(question, steps, read, city);
  const why = obstacle(gathered, city);
  if (!why) checkWork(gathered);
  const judged = why ? nothing : await inThread(judgeClusters, inputOf(gathered, city), run.signal);
  const { places, counts, appeals, seed } = gathered;
  const sample = { places: places.length, steps: counts.steps, appeals };
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, steps, [read.steps, read.usual], judged.milliseconds),
      level: question.level,
      resolution: question.level === 'cell' ? question.resolution : null,
      step: question.step,
      steps: steps.starts,
      places: places.length,
      appeals,
      replications: question.replications,
      seed,
    },
    clusters: judged.clusters.map((found) => shapeCluster(found, gathered, city)),
    method: clustersMethod({ ...question, longest: gathered.longest }, judged.dispersion, seed, sample),
    notice: why,
  };
}
