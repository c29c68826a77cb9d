import type { AsOf } from '../answer.ts';
import type { Localized } from '../localized.ts';
import type { LocalDate, Period } from '../time.ts';

/** A text in both languages of the interface. */
export type Bilingual = Localized & { en: string; zh: string };

/** One method that an answer rests on. */
export interface MethodPart {
  name: string;
  title: Bilingual;
  parameters: Record<string, string | number | boolean>;
  /** The paper or book that describes it. */
  reference: string;
}

/** How an answer was computed, ready to be shown. */
export interface Method {
  title: Bilingual;
  summary: Bilingual;
  /** In the order they are applied. */
  parts: MethodPart[];
  /** What it rests on: places, steps, appeals, series. */
  sample: Record<string, number>;
  corrections: Bilingual[];
  caveats: Bilingual[];
}

export const noticeCodes = [
  'no_data',
  'no_places',
  'too_few_places',
  'too_few_groups',
  'too_few_steps',
  'all_equal',
  'too_few_appeals',
  'no_days',
  'nothing_to_compare',
  'not_ripe',
  'day_missing',
  'day_under_way',
  'no_history',
  'mostly_bridged',
  'no_residents',
  'not_asked',
] as const;

/** Why there is no judgement, or no figure, although the question is right. */
export interface Notice extends Bilingual {
  code: (typeof noticeCodes)[number];
}

/** What every judgement says about itself. */
export interface JudgementMeta {
  as_of: AsOf;
  /** Table the counts came from. */
  source: string;
  rows_read: number;
  /** Of the engine. */
  milliseconds: number;
  /** Of the statistics. */
  judging_milliseconds: number;
  /** What was judged: whole, complete steps. */
  period: Period;
  time_zone: string;
  /** Steps asked for and left out, because their days have not all passed, begin before the period, or have no data. */
  incomplete: LocalDate[];
}
