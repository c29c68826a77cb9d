import type { EvaluationCourse } from '@hotline-atlas/model';
import { answerCourse } from './course.ts';
import { courseCsv } from './course-csv.ts';
import { type CourseQuestion, parseCourse } from './course-request.ts';
import type { EvaluationJudgement } from './judgement.ts';

/** `GET /api/evaluation/course`; cached like a judgement, and by the revision of the months. */
export const evaluationCourse: EvaluationJudgement<CourseQuestion, EvaluationCourse> = {
  name: 'evaluation/course',
  parse: parseCourse,
  answer: answerCourse,
  writing: ({ format }) => (format === 'csv' ? { type: 'text/csv; charset=utf-8', write: courseCsv } : null),
};
