import { type Answer, type Language, type MetricName, metricOf } from '@hotline-atlas/model';
import { changeFrom } from '../answer/change.ts';
import { metricIn } from '../answer/columns.ts';
import { type Ranked, rankedOf } from '../answer/ranking.ts';
import { textIn } from '../answer/row.ts';
import { asShown, formatExact } from '../format/numbers.ts';
import type { Palette } from '../theme/tokens.ts';
import {
  type ClassRange,
  classColors,
  classOf,
  classRanges,
  logarithmicEdges,
  quantileEdges,
} from './classes.ts';

/** Counts are drawn as circles: shading would make them a map of population. */
const isCount = (metric: MetricName): boolean => metricOf(metric).unit === 'count';

/** Values of areas or cells with the classes they are shaded in. */
export interface Shading {
  metric: MetricName;
  /** Where it is not the metric itself: by what part it is above or below the usual level of its area. */
  of?: 'usual';
  figures: Map<string, Ranked>;
  edges: number[];
  colors: string[];
  /** Values that fall into classes, as exact as they are shown, ascending. */
  values: number[];
  /** What each class holds. */
  ranges: (ClassRange | null)[];
  /** Classes are cut by magnitude, not by number. */
  logarithmic: boolean;
  /** A place that the answer does not name has none, rather than nothing known of it. */
  absentIsZero: boolean;
}

/** What an area or cell shows: a class, nothing counted, too few to read, or nothing known. */
export type Shade = number | 'zero' | 'few' | 'none';

const classesFor = (count: number) => (count >= 20 ? 6 : count >= 8 ? 5 : 3);

/** Sums and what is per resident are nothing where nobody called; shares and times of nobody are unknown. */
const countsFromZero = (metric: MetricName): boolean =>
  ['sum', 'open_orders'].includes(metricOf(metric).kind) || metricOf(metric).unit === 'per_10k';

/** Shades the values of an answer's dimension. Values that read the same fall into the same class. */
export function shadingOf(answer: Answer, dimension: string, palette: Palette): Shading {
  const metric = metricIn(answer);
  const { unit } = metricOf(metric);
  const fromZero = countsFromZero(metric);
  const figures = new Map(
    answer.rows
      .map((row) => [textIn(row, dimension), row] as const)
      .filter(([code]) => code !== '')
      .map(([code, row]) => [code, rankedOf(row, code, metric, false)] as const),
  );
  const values = [...figures.values()]
    .flatMap(({ value, tooFew }) => (value === null || tooFew ? [] : [asShown(value, unit)]))
    .filter((value) => !fromZero || value > 0)
    .sort((a, b) => a - b);
  const byMagnitude = dimension === 'cell' && isCount(metric);
  const edges = byMagnitude
    ? logarithmicEdges(values, 6)
    : quantileEdges(values, Math.min(classesFor(values.length), new Set(values).size));
  return {
    metric,
    figures,
    values,
    edges,
    ranges: classRanges(values, edges),
    logarithmic: byMagnitude,
    colors: classColors(palette.sequential, edges.length + 1),
    absentIsZero: fromZero && figures.size > 0,
  };
}

/** What an area or cell shows. */
export function shadeOf(shading: Shading, code: string): Shade {
  const figure = shading.figures.get(code);
  if (!figure) return shading.absentIsZero ? 'zero' : 'none';
  if (figure.value === null) return 'none';
  if (figure.tooFew) return 'few';
  if (shading.of === 'usual') return classOf(figure.value, shading.edges);
  const { unit } = metricOf(shading.metric);
  const shown = asShown(figure.value, unit);
  if (shown === 0 && countsFromZero(shading.metric)) return 'zero';
  return classOf(shown, shading.edges);
}

/** The colour under a shade; what has no value is hatched besides. */
export function colorOf(shading: Shading, code: string, palette: Palette): string {
  const shade = shadeOf(shading, code);
  if (shade === 'zero') return palette.zero;
  return typeof shade === 'number' ? (shading.colors[shade] ?? palette.noData) : palette.noData;
}

/** Whether figures are drawn as circles: counts as they are, not what they are held against. */
export const inCircles = ({ metric, of }: Shading): boolean => of !== 'usual' && isCount(metric);

/** A value as it is told: `31.3`, `+12.9%` of what is usual. */
export const toldIn = ({ metric, of }: Shading, value: number, language: Language): string =>
  of === 'usual'
    ? changeFrom(value, 'count', language).signed
    : formatExact(value, metricOf(metric).unit, language);

/** The radius of a circle whose area stands for a count. */
export const radiusOf = (value: number, most: number, largest: number): number =>
  most > 0 ? largest * Math.sqrt(Math.max(0, value) / most) : 0;

/** The areas a title or a list begins with: the highest and the lowest of those that can be read. */
export function extremes({ figures }: Shading): string[] {
  const known = [...figures].filter(([, { value, tooFew }]) => value !== null && !tooFew);
  const sorted = known.sort(([, a], [, b]) => (b.value ?? 0) - (a.value ?? 0)).map(([code]) => code);
  return [sorted[0], sorted.at(-1)].flatMap((code) => code ?? []);
}
