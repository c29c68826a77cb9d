import {
  bucketEnd,
  buckets,
  earlier,
  floorTo,
  type Grain,
  isWithin,
  type LocalDate,
  later,
  overlap,
  type Period,
  type Selection,
  shift,
} from '@hotline-atlas/model';
import { type History, type PlannedCity, withoutOf } from '@hotline-atlas/query';

export type StepGrain = Exclude<Grain, 'hour'>;

/** The steps of time that are judged. */
export interface Steps {
  grain: StepGrain;
  /** First day of each step, in order; steps that touch a regime left out are not among them. */
  starts: LocalDate[];
  /** From the first day of the first step to the day after the last; empty where there are none. */
  period: Period;
  /**
   * Steps asked for and left out, because their days have not all passed, begin before the period, or have no
   * data.
   */
  incomplete: LocalDate[];
}

const bucketOf = (from: LocalDate, grain: StepGrain): Period => ({ from, to: bucketEnd(from, grain) });

/** Steps of a default question: the last complete ones. */
const defaultFrom = (to: LocalDate, grain: StepGrain, count: number): LocalDate =>
  shift(floorTo(to, grain), grain, -count);

/**
 * The complete steps of a selection.
 * @param standard how many where the selection has no beginning
 */
export function stepsOf(
  selection: Selection,
  history: History,
  city: Pick<PlannedCity, 'regimes'>,
  grain: StepGrain,
  standard: number,
): Steps {
  const known: Period = { from: history.span.from, to: history.completeTo };
  const to = selection.to ?? history.span.to;
  const from = selection.from ?? later(known.from, defaultFrom(earlier(to, known.to), grain, standard));
  if (from >= to) return { grain, starts: [], period: { from: to, to }, incomplete: [] };
  const without = withoutOf(selection, city);
  const inData = overlap({ from, to }, history.span);
  const all = inData ? buckets(inData, grain).map((start) => bucketOf(start, grain)) : [];
  const used = all.filter((bucket) => !without.some((span) => overlap(span, bucket)));
  const spans = history.coverage.spans.flatMap((span) => overlap(span, { from, to }) ?? []);
  const complete = used.filter((bucket) => isWithin(bucket, spans));
  const [first, last] = [complete[0], complete.at(-1)];
  return {
    grain,
    starts: complete.map((bucket) => bucket.from),
    period: first && last ? { from: first.from, to: last.to } : { from, to: from },
    incomplete: used.filter((bucket) => !complete.includes(bucket)).map((bucket) => bucket.from),
  };
}
