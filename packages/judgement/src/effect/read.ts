import { type Clause, daysBetween, type LocalDate, metricOf, shift } from '@hotline-atlas/model';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type Matrix, matrixOf } from '../series/matrix.ts';
import { type ReadSeries, readSeries } from '../series/read-series.ts';
import { controlsOf, type EffectQuestion } from './question.ts';

/**
 * Counts of the unit that was worked on, and of those it can be held against; index = unit · months + month.
 */
export interface EffectCounts {
  /** Codes of the controls; unit 0 is what was worked on, and unit i + 1 control i. */
  controls: string[];
  months: number;
  /** Cases that count: appeals, or numerators of a rate. */
  counts: Float64Array;
  /** Denominators of a rate; null for counts. */
  of: Float64Array | null;
  read: ReadSeries;
}

/** What is worked on in an area is counted of the topics alone. */
const clausesOf = ({ area, level, topics }: EffectQuestion): Clause[] =>
  area ? [{ dimension: level, exclude: false, values: [...topics] }] : [];

/** The units that were worked on: topics in the city, or an area. */
const workedOn = ({ area, topics }: EffectQuestion): readonly string[] => (area ? [area.code] : topics);

const rowOf = ({ values, steps }: Matrix, place: number): Float64Array =>
  values.subarray(place * steps, (place + 1) * steps);

/** The sum of some rows of a matrix, and after it the others. */
function gathered(matrix: Matrix, codes: readonly string[], worked: readonly string[]): Float64Array {
  const own = new Float64Array(matrix.steps);
  const others: Float64Array[] = [];
  codes.forEach((code, place) => {
    const row = rowOf(matrix, place);
    if (!worked.includes(code)) others.push(row);
    else
      row.forEach((count, month) => {
        own[month] = (own[month] ?? 0) + count;
      });
  });
  return Float64Array.from([own, ...others].flatMap((row) => [...row]));
}

/** Appeals beyond the first of a caller: known callers' appeals less callers. */
const repeatsFrom = (callers: Float64Array, known: Float64Array): Float64Array =>
  callers.map((count, at) => Math.max(0, (known[at] ?? 0) - count));

/** Reads what is judged by month, of all units: one statement. */
export async function readEffect(
  question: EffectQuestion,
  starts: readonly LocalDate[],
  run: JudgementRun,
): Promise<EffectCounts> {
  const [first = '', last = ''] = [starts[0], starts.at(-1)];
  const { measure, worked } = question;
  const read = await readSeries(
    {
      selection: { where: clausesOf(question), withoutRegimes: [] },
      period: { from: first, to: shift(last, 'month', 1) },
      dimensions: [controlsOf(question)],
      grain: 'month',
      metrics: [measure],
    },
    run,
  );
  const own = workedOn(question);
  const known = read.series.map(({ keys }) => keys[0] ?? '').filter((code) => code !== '');
  const left = known.filter((code) => own.includes(code) || question.area || !worked.includes(code));
  const codes = [...new Set([...own, ...left])].sort();
  const column = (of: number) => gathered(matrixOf(read.series, codes, starts, of), codes, own);
  const isRate = metricOf(measure).kind !== 'sum';
  const of = isRate ? column(1) : null;
  const counts = measure === 'repeat_share' && of ? repeatsFrom(column(0), of) : column(0);
  return {
    controls: codes.filter((code) => !own.includes(code)),
    ...{ months: starts.length, counts, of, read },
  };
}

/** Days of each month. */
export const daysOfMonths = (starts: readonly LocalDate[]): Float64Array =>
  Float64Array.from(starts, (start) => daysBetween(start, shift(start, 'month', 1)));
