import { type Alarms, watches } from '@hotline-atlas/model';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { useQuery } from '@tanstack/react-query';
import { defaultState } from '../address/state.ts';
import { alarmsAddress } from '../features/alarms/useAlarms.ts';

const newest = alarmsAddress({
  state: { ...defaultState, alarms: { ...defaultState.alarms, watch: watches[0] } },
});

/**
 * How many alarms the last complete day has; null while no page has asked for them. The bar does not ask
 * itself: judging every series of a large history takes seconds.
 */
export function useAlarmCount(): number | null {
  const { data } = useQuery({
    queryKey: [newest],
    queryFn: ({ signal }) => request<Alarms>(newest, signal),
    enabled: false,
  });
  return data?.meta.alarms ?? null;
}
