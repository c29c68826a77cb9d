import { type Answer, encodeQuery } from '@hotline-atlas/model';
import type { Asking } from '@hotline-atlas/ui/request/asking.ts';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Source } from '../address/crossfilter.ts';
import type { DashboardState } from '../address/schema.ts';
import { type Screen, useScreen } from '../screen/screen.ts';
import { useAskedAhead } from './askAhead.ts';
import { type Question, questionFor } from './question.ts';

/** The same with its answer. */
export interface View extends Asking {
  answer: Answer | undefined;
}

/** What a view asks, or how that follows from what is chosen; null for nothing. */
export type Asked = Question | null | ((state: DashboardState) => Question | null);

function addressOf(asked: Asked, source: Source | null, screen: Screen): string {
  const question = typeof asked === 'function' ? asked(screen.state) : asked;
  return question ? `query?${encodeQuery(questionFor(question, screen, source))}` : '';
}

/**
 * Asks a question of the API. The latest request wins, and the old answer stays until the new one is here.
 * @param source the view whose own choices are left out
 */
export function useAnswer(asked: Asked, source: Source | null): View {
  return useAsked<Answer>((screen) => addressOf(asked, source, screen));
}

/** The same for any other address that follows from the screen; an empty one asks nothing. */
export function useAsked<Body>(asks: (screen: Screen) => string): Asking & { answer: Body | undefined } {
  const screen = useScreen();
  useAskedAhead(({ where, cursor, view }) =>
    asks({ ...screen, state: { ...screen.state, where, cursor, view } }),
  );
  return useStored<Body>(asks(screen));
}

/**
 * The same for an address that stays what it is.
 * @param again milliseconds after which to ask again, and again
 */
export function useStored<Body>(
  address: string,
  again: number | false = false,
): Asking & { answer: Body | undefined } {
  const client = useQueryClient();
  const { data, isPlaceholderData, isPending, fetchStatus, error, errorUpdateCount, refetch } = useQuery({
    queryKey: [address],
    queryFn: ({ signal }) => request<Body>(address, signal),
    enabled: address !== '',
    refetchInterval: again,
    placeholderData: keepPreviousData,
  });
  // A question that fails does not take the picture of the one before away.
  const kept = useRef(data);
  if (data !== undefined) kept.current = data;
  const unanswered = address !== '' && (isPending || isPlaceholderData);
  const waits = unanswered && fetchStatus !== 'idle';
  return {
    address,
    answer: address === '' ? undefined : (data ?? (error || isPending ? kept.current : undefined)),
    stale: waits && (isPlaceholderData || kept.current !== undefined),
    loading: waits && isPending && kept.current === undefined,
    stopped: unanswered && fetchStatus === 'idle' && !error,
    error: address === '' ? null : error,
    failures: errorUpdateCount,
    retry: () => void refetch(),
    stop: () => void client.cancelQueries({ queryKey: [address] }),
  };
}
