import type { City } from '@hotline-atlas/city';
import type { RawParameters } from '@hotline-atlas/model';
import type { Reader } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';

/** A run that knows for whom numbers of appeals and callers are written. */
export type ReaderRun = JudgementRun & { reader: Reader };

/** How an answer is written. */
interface Writing<Answer> {
  type: string;
  write: (answer: Answer) => string;
}

/** One address of judgement: how its parameters are read and its question answered. */
export interface Judgement<Question, Answer> {
  name: string;
  parse: (raw: RawParameters, regimes: readonly string[]) => Question;
  answer: (question: Question, city: City, run: ReaderRun) => Promise<Answer>;
  /** JSON where it says nothing. */
  writing?: (question: Question) => Writing<Answer> | null;
  /** How many addresses an answer tells, which are texts; none where it says nothing. */
  textsIn?: (answer: Answer) => number;
}
