import type { MonthlyTopic, MonthlyTopicHistory, MonthlyTopics } from '@hotline-atlas/model';
import { localMoment } from '@hotline-atlas/ui/format/dates.ts';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';

/** All topics of the month that are kept. */
export const useTopics = (): Requested<MonthlyTopics> => useRequest<MonthlyTopics>('monthly-topics');

/** The address of a topic of the month. */
export const topicPath = (id: string): string => `monthly-topics/${encodeURIComponent(id)}`;

/** A topic of the month. */
export const useTopic = (id: string): Requested<MonthlyTopic> => useRequest<MonthlyTopic>(topicPath(id));

/** Every state a topic had. */
export const useTopicHistory = (id: string): Requested<MonthlyTopicHistory> =>
  useRequest<MonthlyTopicHistory>(`${topicPath(id)}/history`);

/** Today on the city's clocks. */
export function useToday(): string {
  const { meta } = useScreen();
  return localMoment(new Date().toISOString(), meta.timeZone).slice(0, 10);
}

/** Asks anew for what has changed of a topic; the effect, which takes longer, is not waited for. */
export function useRenewal(): (id: string) => Promise<unknown> {
  const client = useQueryClient();
  const renew = (address: string) => client.invalidateQueries({ queryKey: [address], exact: true });
  return (id) => {
    const path = topicPath(id);
    void client.invalidateQueries({
      predicate: ({ queryKey: [address] }) => String(address).startsWith(`${path}/effect`),
    });
    return Promise.all(['monthly-topics', path, `${path}/history`].map(renew));
  };
}
