export { readCallerKey } from './caller-key.ts';
export { explainFailure } from './explain-failure.ts';
export { type IngestEvents, type IngestReport, type IngestRequest, ingest } from './ingest.ts';
export { expandPaths, type InputFile, inputFile } from './input-file.ts';
export { IntegrityError, LoadError } from './load-error.ts';
export { dropAbandoned } from './publish/generations.ts';
export { publishReference } from './reference.ts';
export { rejectedRows } from './rejected.ts';
export { buildSearchIndex, type SearchIndexEvents, type SearchIndexReport } from './search-index.ts';
