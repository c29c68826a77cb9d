import type { IntegrityChart } from '@hotline-atlas/model';

/** Where bars and lines of a chart stand, in parts of its width and height. */
export interface ChartScale {
  /** The value at the top. */
  most: number;
  /** Middle of a position, 0 … 1. */
  across: (at: number) => number;
  /** Height of a value, 0 … 1. */
  up: (value: number) => number;
  /** Width of a bar, 0 … 1. */
  bar: number;
}

const round = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The smallest round number that is no less. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return (round.find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}

/** The scale of a chart: from nothing to a round number above everything in it; shares end at 1. */
export function chartScale({ form, observed, expected, labels }: IntegrityChart): ChartScale {
  const largest = Math.max(0, ...observed.map((value) => value ?? 0), ...expected.map((value) => value ?? 0));
  const most = form === 'months' ? 1 : roundUp(largest);
  const count = Math.max(1, labels.length);
  return {
    most,
    across: (at) => (at + 0.5) / count,
    up: (value) => Math.min(1, Math.max(0, value / most)),
    bar: count > 30 ? 0.8 / count : 0.6 / count,
  };
}

/** Positions that have a label: few enough to be read. */
export function labelledPositions(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % step === 0);
}
