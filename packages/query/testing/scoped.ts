import { everything, type Scope } from '@hotline-atlas/model';

/** The scope of somebody who sees some districts. */
export const scopedTo = (districts: readonly string[], narrower: Partial<Scope> = {}): Scope => ({
  ...everything,
  clauses: [{ dimension: 'district', exclude: false, values: [...districts] }],
  ...narrower,
});
