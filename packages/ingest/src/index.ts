export { clearAway } from './erase/clear-away.ts';
export {
  beginErasure,
  eraseAppeals,
  findAppeals,
  resumeErasures,
} from './erase/erase-appeals.ts';
export { eraseDue, findDueErasures } from './erase/erase-due.ts';
export { explainFailure } from './explain-failure.ts';
export { completeYears } from './finish/complete-years.ts';
export { dropAbandoned } from './finish/drop-abandoned.ts';
export { finishLoads } from './finish/finish-loads.ts';
export { mergeRollups } from './finish/merge-rollups.ts';
export { buildSearchIndex } from './finish/search-index.ts';
export { yearsMostAskedFirst } from './finish/years-in-order.ts';
export { type IngestEvents, ingest } from './ingest.ts';
export type { IngestReport } from './ingest-report.ts';
export { listLoads } from './list-loads.ts';
export { readCallerKey } from './load/caller-key.ts';
export { publishReference } from './load/reference.ts';
export { foldedGenerations } from './publish/fold.ts';
export { findFiles, type InputFile } from './read/input-file.ts';
export { LoadError } from './read/load-error.ts';
export { rejectedRows } from './rejected.ts';
export { type ErasureEntry, readErasures } from './tables/erasures.ts';
export { withdraw } from './withdraw.ts';
