import type { Clause, DimensionName, Expectation } from '@hotline-atlas/model';
import { type Counter, sql } from '@hotline-atlas/query';
import { readCachedSeries } from '../series/cached-series.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from '../series/read-series.ts';
import type { Steps } from '../series/steps.ts';
import type { HotspotsQuestion } from './request.ts';

const callerAndTopic = sql`if(source.caller = 0, cityHash64(source.id), source.caller), source.topic2`;

/**
 * Contacts of one caller about one second-level topic, in the place and step they are grouped by, count once.
 */
const problems: Counter = {
  column: 'n_problems',
  counted: () => sql`uniqExact(${callerAndTopic})`,
  partial: () => sql`uniqExactState(${callerAndTopic})`,
  merged: (column) => sql`uniqExactMerge(${column})`,
  empty: sql`arrayReduce('uniqExactState', emptyArrayUInt64(), emptyArrayString())`,
};

const placeDimensions: readonly DimensionName[] = ['district', 'subdistrict', 'cell'];

/** Conditions on places alone: they say which part of the city is meant. */
const placeClauses = (where: readonly Clause[]): Clause[] =>
  where.filter(({ dimension }) => placeDimensions.includes(dimension));

/** Whether anything but places is asked for. */
export const hasTopic = (where: readonly Clause[]): boolean => placeClauses(where).length < where.length;

const questionOf = (
  { selection, level, resolution, step }: HotspotsQuestion,
  { period }: Steps,
): SeriesQuestion => ({
  selection,
  period,
  dimensions: [level],
  grain: step,
  resolution,
});

/**
 * The questions behind an answer: the appeals selected, and all appeals where the expectation or the study
 * area needs them.
 */
export function hotspotSeries(
  question: HotspotsQuestion,
  expected: Expectation,
  steps: Steps,
): { selected: SeriesQuestion; all: SeriesQuestion | null } {
  const selected = questionOf(question, steps);
  const { selection, level, measure } = question;
  const places = { ...selection, where: placeClauses(selection.where) };
  const needed =
    hasTopic(selection.where) && (expected === 'appeals' || (expected === 'even' && level === 'cell'));
  return {
    selected: measure === 'problems' ? { ...selected, rowCounters: [problems] } : selected,
    all: needed ? { ...selected, selection: places } : null,
  };
}

/** Reads them side by side; all appeals from what is kept, where the same were asked for before. */
export async function readHotspots(
  question: HotspotsQuestion,
  expected: Expectation,
  steps: Steps,
  run: JudgementRun,
): Promise<{ selected: ReadSeries; all: ReadSeries }> {
  const asked = hotspotSeries(question, expected, steps);
  const [selected, all] = await Promise.all([
    readSeries(asked.selected, run),
    asked.all ? readCachedSeries(asked.all, run) : null,
  ]);
  return { selected, all: all ?? selected };
}
