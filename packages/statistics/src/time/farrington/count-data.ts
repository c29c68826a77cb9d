/** Past counts, as the model reads them. */
export interface CountData {
  counts: Float64Array;
  /** Steps before the present: negative. */
  times: Float64Array;
  /** Which seasonal group a count belongs to. */
  groups: Uint8Array;
  groupCount: number;
}
