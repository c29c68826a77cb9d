export { begunIn, ForeignFilesError } from './manifest.ts';

export { synthesize } from './synthesize.ts';
export type { Move } from './truth/corrections.ts';

export type { Truth } from './truth/write-truth.ts';
