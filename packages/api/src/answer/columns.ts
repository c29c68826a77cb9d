import {
  type Column,
  type DimensionName,
  dimensionOf,
  type MetricName,
  metricOf,
  type Query,
} from '@hotline-atlas/model';

const typeOf = (dimension: DimensionName): Column['type'] => {
  if (dimension === 'hour') return 'datetime';
  if (dimensionOf(dimension).kind === 'time') return 'date';
  return dimensionOf(dimension).kind === 'cycle' ? 'number' : 'string';
};

/** Which counts go with the value of a metric. */
export function companionsOf(metric: MetricName): ('numerator' | 'denominator')[] {
  switch (metricOf(metric).kind) {
    case 'sum':
    case 'distinct_callers':
      return [];
    case 'closing_time_quantile':
      return ['denominator'];
    default:
      return ['numerator', 'denominator'];
  }
}

function columnsOf(metric: MetricName, compared: boolean): Column[] {
  const { unit } = metricOf(metric);
  const number = { type: 'number', of: metric } as const;
  const companions = (base: string): Column[] =>
    companionsOf(metric).map((role) => ({ ...number, name: `${base}_${role}`, role, unit: 'count' }));
  const now: Column[] = [{ ...number, name: metric, role: 'metric', unit }, ...companions(metric)];
  if (!compared) return now;
  const before = `${metric}_before`;
  return [
    ...now,
    { ...number, name: before, role: 'before', unit },
    ...companions(before),
    { ...number, name: `${metric}_change`, role: 'change', unit },
  ];
}

/** The columns of the answer to a question, in order. */
export const answerColumns = ({ by, metrics, compare }: Query): Column[] => [
  ...by.map(
    (dimension): Column => ({ name: dimension, type: typeOf(dimension), role: 'dimension', of: dimension }),
  ),
  ...metrics.flatMap((metric) => columnsOf(metric, compare !== undefined)),
];
