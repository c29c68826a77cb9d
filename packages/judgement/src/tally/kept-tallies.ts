import type { Database } from '@hotline-atlas/clickhouse';
import type { Tally } from '@hotline-atlas/model';
import { type AnswerCache, createAnswerCache } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadCorrelation, readCorrelation } from './read-correlation.ts';
import { type ReadTally, readTally } from './read-tally.ts';
import { countedIn, type TallyQuestion } from './tally-question.ts';

/** Bytes of all counts that are kept of a database: a dozen months of subdistricts of a large city. */
const room = 160_000_000;

interface Kept<Value> {
  value: Value;
  length: number;
}

/** A cache for each database. */
function keeper<Value>(): (database: Database) => AnswerCache<Kept<Value>> {
  const caches = new WeakMap<Database, AnswerCache<Kept<Value>>>();
  return (database) => {
    const known = caches.get(database) ?? createAnswerCache<Kept<Value>>(room);
    caches.set(database, known);
    return known;
  };
}

const tallies = keeper<ReadTally>();
const correlations = keeper<ReadCorrelation>();

/** Everything that decides what is counted. What counts of it, and for how many points, is decided later. */
function keyOf(
  { scheme, group, members, days, corrections = [] }: TallyQuestion,
  { history, scope }: JudgementRun,
  timeZone: string,
): string {
  const { version, published } = history.publication;
  const { enters_by, case_mix, exclusions, sign_within } = scheme;
  const rules = [countedIn(scheme), enters_by, case_mix, exclusions, sign_within];
  const whose = [group.by, group.without, members, scope.clauses];
  return JSON.stringify([version, published, timeZone, days, rules, whose, corrections]);
}

const names = (each: readonly string[]): number => each.reduce((sum, { length }) => sum + 2 * length, 0);

/** Bytes of a tally, about. */
const bytesOf = ({ units, strata, unit, numerators }: Tally): number =>
  names(units) + names(strata) + unit.length * (12 + 8 * (3 + 2 * numerators.length));

/**
 * Counts of an evaluation month, read once for a version of the data: the page of the next month, of one unit
 * and of tried weights rest on the same.
 */
export async function readKeptTally(
  question: TallyQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadTally> {
  const read = async (signal: AbortSignal): Promise<Kept<ReadTally>> => {
    const value = await readTally(question, { ...run, signal }, timeZone);
    return { value, length: bytesOf(value.tally) };
  };
  return (await tallies(run.database).answer(keyOf(question, run, timeZone), run.signal, read)).value;
}

/** How outcomes go together, kept alike. */
export async function readKeptCorrelation(
  question: TallyQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadCorrelation> {
  const read = async (signal: AbortSignal): Promise<Kept<ReadCorrelation>> => {
    const value = await readCorrelation(question, { ...run, signal }, timeZone);
    return { value, length: 1000 };
  };
  return (await correlations(run.database).answer(keyOf(question, run, timeZone), run.signal, read)).value;
}
