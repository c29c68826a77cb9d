/** Milliseconds of many questions. */
export interface Summary {
  questions: number;
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

/** A quantile of values, by nearest rank; 0 where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** p50, p95, p99 and the largest. */
export const summaryOf = (values: readonly number[]): Summary => ({
  questions: values.length,
  p50: rounded(quantile(values, 0.5)),
  p95: rounded(quantile(values, 0.95)),
  p99: rounded(quantile(values, 0.99)),
  most: rounded(Math.max(0, ...values)),
});
