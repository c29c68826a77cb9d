/** Days since 1970-01-01, half-open: `to` no longer belongs to it. */
export interface Span {
  from: number;
  to: number;
}

const isWithin = (day: number, spans: readonly Span[]): boolean =>
  spans.some(({ from, to }) => day >= from && day < to);

/**
 * Marks values that lie in a left-out span (a regime, say) as missing.
 *
 * @param values n values
 * @param days day each value begins at
 * @returns n values, NaN within the spans
 */
export const leaveOut = (values: Float64Array, days: Int32Array, spans: readonly Span[]): Float64Array =>
  values.map((value, i) => (isWithin(days[i] ?? 0, spans) ? Number.NaN : value));
