import type { Expectation } from '@hotline-atlas/model';
import type { StudyArea } from '../places/study-area.ts';
import type { Matrix } from '../series/matrix.ts';
import type { Steps } from '../series/steps.ts';
import type { HotspotsQuestion } from './request.ts';

/** What is known before judging. */
export interface Gathered {
  question: HotspotsQuestion;
  expected: Expectation;
  steps: Steps;
  area: StudyArea;
  counts: Matrix;
  expectations: Matrix;
}
