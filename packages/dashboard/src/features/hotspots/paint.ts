import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';
import type { HotspotLayer } from './address.ts';

type Color = readonly [number, number, number, number];

const parse = (hex: string, opacity = 1): Color => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
  Math.round(opacity * 255),
];

const hexOf = (color: readonly number[]) =>
  `#${color
    .slice(0, 3)
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')}`;

function between(from: string, to: string, share: number): string {
  const [a, b] = [parse(from), parse(to)];
  return hexOf(a.map((part, at) => part + ((b[at] ?? 0) - part) * share));
}

/** Bins in the order of a legend. */
export const bins = [3, 2, 1, 0, -1, -2, -3] as const;

/** The colour of a bin: orange above expectation, blue below, the surer the stronger. */
export function binColor(bin: number, palette: Palette): string {
  if (bin === 0) return palette.noData;
  return (bin > 0 ? palette.hot : palette.cold)[Math.abs(bin) - 1] ?? palette.noData;
}

/** Patterns from the most to the least pressing: intensifying, new, consecutive, persistent … historical. */
const pressing = [3, 1, 2, 4, 6, 7, 5, 8];

/** How far down the list of patterns a class stands; 0 presses most. */
export const pressure = (code: number): number => pressing.indexOf(Math.abs(code));

/** The colour of a class: strongest where it presses most. */
export function classColor(code: number, palette: Palette): string {
  if (code === 0) return palette.noData;
  const ramp = code > 0 ? palette.hot : palette.cold;
  const share = pressure(code) / (pressing.length - 1);
  return share < 0.5 ? between(ramp[2], ramp[1], share * 2) : between(ramp[1], ramp[0], (share - 0.5) * 2);
}

/** How strongly places without a finding, or not asked for, are drawn. */
const faint = 0.8;
const faded = 0.18;

/** Codes of bins and classes lie between this and its negative. */
const most = 8;
const codes = { length: 2 * most + 1 };

/** What is painted: of each place its bin at a step, or its class. */
export interface Painted {
  layer: HotspotLayer;
  /** Places × steps. */
  bins: ArrayLike<number>;
  steps: number;
  /** Index of the step shown. */
  at: number;
  classes: ArrayLike<number>;
  /** The only class drawn in full. */
  only: number | null;
}

/**
 * Colours of all places as bytes, four a place; nothing else of the map changes when another step is shown.
 */
export function paint(painted: Painted, palette: Palette): Uint8ClampedArray {
  const { layer, steps, at, classes, only } = painted;
  const colorOf = (code: number): Color => {
    const hex = layer === 'bins' ? binColor(code, palette) : classColor(code, palette);
    const hidden = layer === 'classes' && only !== null && code !== only;
    return parse(hex, hidden ? faded : code === 0 ? faint : 0.95);
  };
  // A colour is one number, and codes are few: a place costs a look-up and a store.
  const known = Uint8ClampedArray.from(Array.from(codes, (_, index) => [...colorOf(index - most)]).flat());
  const table = new Uint32Array(known.buffer);
  const colors = new Uint32Array(classes.length);
  for (let place = 0; place < classes.length; place += 1) {
    const code = layer === 'bins' ? painted.bins[place * steps + at] : classes[place];
    colors[place] = table[(code ?? 0) + most] ?? 0;
  }
  return new Uint8ClampedArray(colors.buffer);
}
