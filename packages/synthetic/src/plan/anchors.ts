/** Points of a piecewise linear curve, in order. */
export type Anchors = readonly (readonly [at: number, value: number])[];

/** The curve's value; level before the first and after the last anchor. */
export function valueAt(anchors: Anchors, at: number): number {
  const next = anchors.findIndex(([position]) => position > at);
  const before = anchors[next === -1 ? anchors.length - 1 : next - 1];
  const after = anchors[next];
  if (!before) return after?.[1] ?? 0;
  if (!after) return before[1];
  return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}
