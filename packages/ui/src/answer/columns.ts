import {
  type Answer,
  type DimensionName,
  dimensionNames,
  type Grain,
  grains,
  type MetricName,
  metricNames,
} from '@hotline-atlas/model';

/** The metric, dimension or grain with a name; undefined where there is none. */
export const metricNamed = (name: string): MetricName | undefined =>
  metricNames.find((each) => each === name);
export const dimensionNamed = (name: string): DimensionName | undefined =>
  dimensionNames.find((each) => each === name);
export const grainNamed = (name: string): Grain | undefined => grains.find((each) => each === name);

/** The metric an answer is about; the first where it has several. */
export const metricIn = (answer: Answer): MetricName =>
  metricNamed(answer.meta.columns.find(({ role }) => role === 'metric')?.of ?? '') ?? 'appeals';

/** The dimensions an answer is grouped by. */
export const dimensionsIn = (answer: Answer): DimensionName[] =>
  answer.meta.columns.flatMap(({ role, of }) => (role === 'dimension' ? (dimensionNamed(of) ?? []) : []));

/** The grain of an answer grouped by time. */
export const grainIn = (answer: Answer): Grain | null =>
  dimensionsIn(answer).map(grainNamed).find(Boolean) ?? null;
