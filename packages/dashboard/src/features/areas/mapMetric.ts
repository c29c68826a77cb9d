import type { MetricName } from '@hotline-atlas/model';
import type { Screen } from '../../screen/screen.ts';

/** Whether appeals of a level can be told per 10,000 residents. */
export const hasRate = (level: string | null, { meta }: Pick<Screen, 'meta'>): boolean =>
  level !== null && meta.withResidents.includes(level);

/** What the map shows: appeals as a rate or a count, any other metric as it is. */
export function mapMetric(level: string | null, screen: Pick<Screen, 'state' | 'meta'>): MetricName {
  const { metric, map } = screen.state;
  return metric === 'appeals' && map.measure === 'rate' && hasRate(level, screen)
    ? 'per_10k_residents'
    : metric;
}

/**
 * Whether appeals of a level are held against the usual level of the same area: a rate is wanted, and nobody
 * knows how many live there.
 */
export const isAgainstUsual = (level: string | null, screen: Pick<Screen, 'state' | 'meta'>): boolean =>
  level !== null &&
  screen.state.metric === 'appeals' &&
  screen.state.map.measure === 'rate' &&
  !hasRate(level, screen);
