export { startClock } from './clock.ts';
export { findChoices, type Holdings, readHoldings } from './find-choices.ts';
export { Different } from './identity.ts';
export { pageOf } from './report/page.ts';
export { NoResult, type Result, readResult } from './result.ts';
export { type Part, parts, type RunOptions, runBench } from './run.ts';
export { foundApi } from './start-api.ts';
