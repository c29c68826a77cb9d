import type { Language } from '@hotline-atlas/model';
import type { FunnelDot } from './funnel.ts';
import { counted, fixed } from './told.ts';

/** A mark of an axis, in pixels. */
export interface Tick {
  at: number;
  text: string;
}

/** Where sizes and rates stand in a funnel, in pixels. */
export interface FunnelScales {
  box: { left: number; right: number; top: number; bottom: number };
  x: (size: number) => number;
  y: (rate: number) => number;
  /** The lowest rate that is drawn. */
  low: number;
  sizes: readonly Tick[];
  rates: readonly Tick[];
}

interface Room {
  width: number;
  height: number;
  fewest: number;
  language: Language;
}

const sizeSteps = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000] as const;
const rateSteps = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

/** Sizes on a scale of roots: small ones have room, and large ones do not run away. */
const spread = (size: number): number => Math.sqrt(size);

function sizeTicks(largest: number, x: (size: number) => number, language: Language): Tick[] {
  const ticks: Tick[] = [];
  for (const size of sizeSteps) {
    const at = x(size);
    if (size <= largest && at - (ticks.at(-1)?.at ?? -Infinity) >= 28)
      ticks.push({ at, text: counted(size, language) });
  }
  return ticks;
}

/** The scales of a funnel. Rates begin at the lowest of a unit with enough answers. */
export function funnelScales(dots: readonly FunnelDot[], room: Room): FunnelScales {
  const { width, height, fewest, language } = room;
  const box = { left: 36, right: width - 8, top: 12, bottom: height - 24 };
  const largest = Math.max(1, ...dots.map(({ size }) => size));
  const enough = dots.filter(({ size }) => size >= fewest);
  const least = Math.min(...(enough.length > 0 ? enough : dots).map(({ rate }) => rate));
  const step = rateSteps.find((each) => (1 - least) / each <= 5) ?? 0.25;
  const low = Math.max(0, Math.floor((least - step / 4) / step) * step);
  const x = (size: number) => box.left + (spread(size) / spread(largest * 1.04)) * (box.right - box.left);
  const y = (rate: number) => box.bottom - ((Math.max(low, rate) - low) / (1 - low)) * (box.bottom - box.top);
  const rates: Tick[] = [];
  for (let rate = low; rate <= 1 + 1e-9; rate += step)
    rates.push({ at: y(rate), text: fixed(rate * 100, 0, language) });
  return { box, x, y, low, sizes: sizeTicks(largest, x, language), rates };
}

/** The indicator a funnel is of: the one that is asked for, else the heaviest that is measured. */
export function indicatorOfFunnel(
  indicators: readonly { name: string; weight: number; measured: boolean }[],
  asked: string,
): number {
  const found = indicators.findIndex(({ name }) => name === asked);
  if (found >= 0) return found;
  const weights = indicators.map(({ weight, measured }) => (measured ? weight : -1));
  return weights.indexOf(Math.max(...weights));
}
