import { type Alarms, type LocalDate, shift, type Watch } from '@hotline-atlas/model';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useScreen } from '../../screen/screen.ts';
import { alarmsAddress } from './useAlarms.ts';

/** Steps looked back upon: the days of a week, the weeks of a month. */
const steps: Record<Watch, number> = { day: 7, week: 4 };

/** A step before the one shown, and its alarms once they are known. */
export interface Earlier {
  day: LocalDate;
  answer: Alarms | undefined;
  working: boolean;
}

/**
 * The alarms of the steps before a day, the latest first. One is judged after the other: each may take the
 * server seconds.
 * @param asked whether to ask for what is not known yet
 */
export function useEarlier(day: LocalDate, asked: boolean): Earlier[] {
  const { state, meta } = useScreen();
  const client = useQueryClient();
  const { watch } = state.alarms;
  const days = Array.from({ length: steps[watch] }, (_, back) => shift(day, watch, -1 - back)).filter(
    (each) => meta.firstDay !== null && each >= meta.firstDay,
  );
  const addresses = days.map((each) =>
    alarmsAddress({ state: { ...state, alarms: { ...state.alarms, day: each } } }),
  );
  const isSettled = (address: string) => {
    const kept = client.getQueryState([address]);
    return kept !== undefined && kept.status !== 'pending';
  };
  const found = useQueries({
    queries: addresses.map((address, at) => ({
      queryKey: [address],
      queryFn: ({ signal }: { signal: AbortSignal }) => request<Alarms>(address, signal),
      enabled: asked && addresses.slice(0, at).every(isSettled),
    })),
  });
  return days.map((each, at) => ({
    day: each,
    answer: found[at]?.data,
    working: found[at]?.fetchStatus === 'fetching',
  }));
}
