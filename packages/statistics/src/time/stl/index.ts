export { type MstlOptions, type MultipleDecomposition, mstl } from './mstl.ts';
export { type Decomposition, stl } from './stl.ts';
export type { StlOptions } from './stl-settings.ts';
