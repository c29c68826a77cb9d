export { startClock } from './clock.ts';
export { findChoices, type Holdings, readHoldings } from './find-choices.ts';
export { Different } from './identity.ts';
export { type Part, parts, type RunOptions } from './open-bench.ts';
export { pagesOf } from './report/pages.ts';
export { publishedOf } from './report/published-run.ts';
export { NoResult, type Result, readResult } from './result.ts';
export { runBench } from './run.ts';
export { foundApi } from './start-api.ts';
