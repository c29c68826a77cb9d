import {
  type Column,
  companionsOf,
  type DimensionName,
  dimensionOf,
  hasChangeShare,
  type MetricName,
  metricOf,
  type Query,
} from '@hotline-atlas/model';

const typeOf = (dimension: DimensionName): Column['type'] => {
  if (dimension === 'hour') return 'datetime';
  if (dimensionOf(dimension).kind === 'time') return 'date';
  return dimensionOf(dimension).kind === 'cycle' ? 'number' : 'string';
};

function columnsOf(metric: MetricName, compared: boolean): Column[] {
  const { unit } = metricOf(metric);
  const number = { type: 'number', of: metric } as const;
  const withCounts = (name: string, role: Column['role']): Column[] => [
    { ...number, name, role, unit },
    ...companionsOf(metric).map((counts) => ({
      ...number,
      name: `${name}_${counts}`,
      role: counts,
      unit: 'count' as const,
    })),
  ];
  const now = withCounts(metric, 'metric');
  if (!compared) return now;
  return [
    ...now,
    ...withCounts(`${metric}_before`, 'before'),
    ...withCounts(`${metric}_paired`, 'paired'),
    ...withCounts(`${metric}_before_paired`, 'before_paired'),
    { ...number, name: `${metric}_change`, role: 'change', unit },
    ...(hasChangeShare(metric)
      ? [{ ...number, name: `${metric}_change_share`, role: 'change_share' as const, unit: 'share' as const }]
      : []),
  ];
}

/** The columns of the answer to a question, in order. */
export const answerColumns = ({ by, metrics, compare }: Query): Column[] => [
  ...by.map(
    (dimension): Column => ({ name: dimension, type: typeOf(dimension), role: 'dimension', of: dimension }),
  ),
  ...metrics.flatMap((metric) => columnsOf(metric, compare !== undefined)),
];
