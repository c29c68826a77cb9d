import type { City } from '@hotline-atlas/city';
import type { RawParameters } from '@hotline-atlas/model';
import type { JudgementRun } from '../series/judgement-run.ts';

/** How an answer is written. */
interface Writing<Answer> {
  type: string;
  write: (answer: Answer) => string;
}

/** One address of judgement: how its parameters are read and its question answered. */
export interface Judgement<Question, Answer> {
  name: string;
  parse: (raw: RawParameters, regimes: readonly string[]) => Question;
  answer: (question: Question, city: City, run: JudgementRun) => Promise<Answer>;
  /** JSON where it says nothing. */
  writing?: (question: Question) => Writing<Answer> | null;
}
