import { type Answer, encodeQuery } from '@hotline-atlas/model';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useRef } from 'react';
import type { Source } from '../address/crossfilter.ts';
import type { DashboardState } from '../address/state.ts';
import { type Screen, ScreenContext } from '../screen/screen.ts';
import { type AddressIn, PrefetcherContext } from './prefetch.ts';
import { isPublished } from './published.ts';
import { type Question, questionFor } from './question.ts';

/** A question with its answer. */
export type View = Requested<Answer>;

/** What a view asks, or how that follows from what is chosen; null for nothing. */
export type Asked = Question | null | ((state: DashboardState) => Question | null);

/**
 * Asks a question of the API. The latest request wins, and the old answer stays until the new one is here.
 * @param source the view whose own choices are left out
 */
export function useAnswer(asked: Asked, source: Source | null): View {
  return useRequest<Answer>((screen) => {
    const question = typeof asked === 'function' ? asked(screen.state) : asked;
    return question ? addressOf(question, screen, source) : '';
  });
}

/** Whether what a view asks is answered as published: of the whole city. */
export const asksPublished = (question: Question, screen: Screen, source: Source | null): boolean =>
  (question.published ?? false) &&
  isPublished(questionFor(question, screen, source), screen.person, screen.meta.completeTo ?? '');

function addressOf(question: Question, screen: Screen, source: Source | null): string {
  if (!asksPublished(question, screen, source))
    return `query?${encodeQuery(questionFor(question, screen, source))}`;
  const plain = questionFor({ ...question, comparison: 'none' }, screen, source);
  return `query?${encodeQuery({ ...plain, scope: 'published' })}`;
}

/** Lets what a view asks be prefetched; null for what is not. */
function usePrefetched(asks: AddressIn | null): void {
  const prefetcher = useContext(PrefetcherContext);
  const latest = useRef(asks);
  useEffect(() => {
    latest.current = asks;
  });
  useEffect(() => prefetcher?.register(latest), [prefetcher]);
}

/**
 * Asks an address of the API; an empty one asks nothing.
 * @param asked the address, or how it follows from the screen; such a one is prefetched when something is
 *   chosen
 * @param every milliseconds after which to ask again, and again
 */
export function useRequest<Body>(
  asked: string | ((screen: Screen) => string),
  every: number | false = false,
): Requested<Body> {
  const screen = useContext(ScreenContext);
  const follows = typeof asked === 'function' && screen ? { asks: asked, screen } : null;
  const address = follows ? follows.asks(follows.screen) : String(asked);
  usePrefetched(
    follows &&
      ((next) => {
        const { embed = (state) => state } = follows.screen;
        const state = embed({ ...next, period: follows.screen.state.period });
        return follows.asks({ ...follows.screen, state });
      }),
  );
  return useAddress<Body>(address, every);
}

function useAddress<Body>(address: string, every: number | false): Requested<Body> {
  const client = useQueryClient();
  const { data, isPlaceholderData, isPending, fetchStatus, error, errorUpdateCount, refetch } = useQuery({
    queryKey: [address],
    queryFn: ({ signal }) => request<Body>(address, signal),
    enabled: address !== '',
    refetchInterval: every,
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
