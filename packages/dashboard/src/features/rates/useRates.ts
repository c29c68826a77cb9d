import {
  encodeSelection,
  type MetricName,
  type RateMetric,
  type Rates,
  rateMetrics,
} from '@hotline-atlas/model';
import type { Source } from '../../address/crossfilter.ts';
import { onlyValue, type Path } from '../../address/path.ts';
import { useRequest } from '../../questions/useRequest.ts';
import type { Screen } from '../../screen/screen.ts';
import { selectionOf } from '../../screen/selection.ts';

/** The chosen metric where groups can be compared by it, else the first the city records. */
export const rateMetric = (
  { state }: Pick<Screen, 'state'>,
  recorded: ReadonlySet<MetricName> | null = null,
): RateMetric =>
  rateMetrics.find((name) => name === state.metric && (recorded === null || recorded.has(name))) ??
  rateMetrics.find((name) => recorded?.has(name)) ??
  'resolution_rate';

/** What a choice among the groups is known by. */
export const rateSource = ({ state }: Pick<Screen, 'state'>): Source =>
  state.rates.by === 'unit' ? 'unit' : 'areas';

/** A group as a choice: a subdistrict keeps the district that was chosen before it. */
export function ratePath({ state }: Pick<Screen, 'state'>, code: string): Path {
  const { by } = state.rates;
  const district = by === 'subdistrict' ? onlyValue(state.where, 'district') : null;
  return [
    ...(district ? [{ dimension: 'district' as const, value: district }] : []),
    { dimension: by, value: code },
  ];
}

/** Groups are compared whatever is chosen among them; subdistricts within the district chosen. */
function ratesAddress(screen: Screen): string {
  const { by } = screen.state.rates;
  const own = by === 'district' ? ['district', 'subdistrict'] : [by];
  const selection = selectionOf(screen, null);
  const where = selection.where.filter(({ dimension }) => !own.includes(dimension));
  const parameters = encodeSelection({ ...selection, where });
  parameters.set('metric', rateMetric(screen));
  parameters.set('by', by);
  return `rates?${parameters}`;
}

/** Rates of units or areas, judged. */
export const useRates = () => useRequest<Rates>(ratesAddress);
