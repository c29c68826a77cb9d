import { type Answer, type MetricName, metricOf } from '@hotline-atlas/model';
import { metricIn } from '../api/table.ts';
import { textIn } from '../api/useAnswer.ts';
import { type Ranked, rankedOf } from '../charts/ranking.ts';
import type { Screen } from '../state/screen.ts';
import type { Palette } from '../theme/tokens.ts';
import { classColors, classOf, logarithmicEdges, quantileEdges } from './classes.ts';

/** Whether appeals of a level can be told per 10,000 residents. */
export const hasRate = (level: string | null, { meta }: Pick<Screen, 'meta'>): boolean =>
  level !== null && meta.withResidents.includes(level);

/** What the map shows: appeals as a rate or a count, any other metric as it is. */
export function mapMetric(level: string | null, screen: Pick<Screen, 'state' | 'meta'>): MetricName {
  const { metric, mapMeasure } = screen.state;
  return metric === 'appeals' && mapMeasure === 'rate' && hasRate(level, screen)
    ? 'per_10k_residents'
    : metric;
}

/** Counts are drawn as circles: shading would make them a map of population. */
export const isCount = (metric: MetricName): boolean => metricOf(metric).unit === 'count';

/** Values of areas or cells with the classes they are shaded in. */
export interface Shading {
  metric: MetricName;
  figures: Map<string, Ranked>;
  edges: number[];
  colors: string[];
  /** Values that count, ascending. */
  values: number[];
  /** Classes are cut by magnitude, not by number. */
  logarithmic: boolean;
}

const classesFor = (count: number) => (count >= 20 ? 6 : count >= 8 ? 5 : 3);

/** Shades the values of an answer's dimension. */
export function shadingOf(answer: Answer, dimension: string, palette: Palette): Shading {
  const metric = metricIn(answer);
  const figures = new Map(
    answer.rows
      .map((row) => [textIn(row, dimension), row] as const)
      .filter(([code]) => code !== '')
      .map(([code, row]) => [code, rankedOf(row, code, metric)] as const),
  );
  const values = [...figures.values()]
    .flatMap(({ value, tooFew }) => (value === null || tooFew ? [] : [value]))
    .sort((a, b) => a - b);
  const byMagnitude = dimension === 'cell' && isCount(metric);
  const classes = classesFor(values.length);
  const edges = byMagnitude ? logarithmicEdges(values, 6) : quantileEdges(values, classes);
  return {
    metric,
    figures,
    values,
    edges,
    logarithmic: byMagnitude,
    colors: classColors(palette.sequential, edges.length + 1),
  };
}

/** The colour of an area or cell. */
export function colorOf(shading: Shading, code: string, palette: Palette): string {
  const figure = shading.figures.get(code);
  if (!figure || figure.value === null || figure.tooFew) return palette.noData;
  return shading.colors[classOf(figure.value, shading.edges)] ?? palette.noData;
}

/** The radius of a circle whose area stands for a count. */
export const radiusOf = (value: number, most: number, largest: number): number =>
  most > 0 ? largest * Math.sqrt(Math.max(0, value) / most) : 0;
