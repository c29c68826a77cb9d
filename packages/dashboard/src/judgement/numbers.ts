import { type Language, shift } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { changeSize, exact } from '@hotline-atlas/ui/format/numbers.ts';

/** A probability as it is read: `< 0.001`, `0.012`, `0.34`; unknown is a dash. */
export function probability(value: number | null, language: Language): string {
  if (value === null) return '–';
  if (value < 0.001) return '< 0.001';
  return exact(value, language, value < 0.1 ? 3 : 2);
}

/** A score with its sign: `+3.4`. */
export function score(value: number | null, language: Language): string {
  if (value === null) return '–';
  const text = changeSize(Math.abs(value), language);
  return Number(value.toFixed(1)) === 0 ? text : `${value > 0 ? '+' : '\u2212'}${text}`;
}

/** An expectation: one decimal where it is small; next to nothing is not nothing. */
export const expectation = (value: number | null, language: Language): string => {
  if (value === null) return '–';
  if (value > 0 && value < 0.05) return '< 0.1';
  return exact(value, language, value < 100 ? 1 : 0);
};

/**
 * How many times what was expected was observed; null below an expectation of one, where a ratio says
 * nothing.
 */
export const ratioText = (
  { observed, expected }: { observed: number; expected: number },
  language: Language,
): string | null => (expected < 1 ? null : expectation(observed / expected, language));

/** A step by its first day. */
export const stepLabel = (
  start: string,
  step: 'day' | 'week' | 'month' | 'quarter',
  language: Language,
): string => bucketLabel(start, step, language);

/** The first day after a step. */
export const stepEnd = (start: string, step: 'day' | 'week' | 'month' | 'quarter'): string =>
  step === 'quarter' ? shift(start, 'month', 3) : shift(start, step, 1);

/**
 * Counts that 95 of 100 times lie around a Poisson expectation, by the square root that evens their spread
 * (Anscombe
 * 1948). Enough for a picture; judgements rest on the method of the answer.
 */
export function poissonBand(expected: number): { low: number; high: number } {
  const root = Math.sqrt(Math.max(0, expected));
  return { low: Math.max(0, root - 0.98) ** 2, high: (root + 0.98) ** 2 };
}
