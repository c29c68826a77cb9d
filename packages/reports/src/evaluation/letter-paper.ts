import type { Localized, UnitEvaluation } from '@hotline-atlas/model';
import type { EvaluationPaper, Told } from './paper.ts';

/** What a letter to a unit is made of. */
export interface LetterPaper extends EvaluationPaper {
  /** To whom. */
  unit: string;
  /** The month of the unit in depth; null where it is not told. */
  depth: UnitEvaluation | null;
  /** What topics are called. */
  topics: Readonly<Record<string, Localized>>;
}

/** A letter with its words, and the place of the unit in the columns. */
export interface ToldLetter extends Told {
  unit: string;
  depth: UnitEvaluation | null;
  topics: LetterPaper['topics'];
  at: number;
}
