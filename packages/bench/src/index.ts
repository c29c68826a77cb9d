export { Different } from './identity.ts';
export type { RunOptions } from './open-bench.ts';
export { distinct } from './questions/question.ts';
export { screenQuestions } from './questions/screens.ts';
export { pagesOf } from './report/pages.ts';
export { publishedOf } from './report/published-run.ts';
export { type Result, readResult } from './result.ts';
export { runBench } from './run.ts';
export { foundApi } from './start-api.ts';
