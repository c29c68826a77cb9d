import type { AskTogether } from '@hotline-atlas/ui/request/together.ts';
import { askingTogether } from '@hotline-atlas/ui/request/together.ts';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, type RefObject } from 'react';
import type { Prefetch } from '../address/navigation.ts';
import type { DashboardState } from '../address/state.ts';

/** The address a view asks in a state; empty for none. */
export type AddressIn = (state: DashboardState) => string;

/** Knows what the views on the page ask, and asks it ahead of a move. There is one of it. */
export interface Prefetcher {
  /** @returns ends the registration */
  register: (asks: RefObject<AddressIn | null>) => () => void;
  prefetch: Prefetch;
}

export const PrefetcherContext = createContext<Prefetcher | null>(null);

const besideChoices = ({ appeals, map, ...state }: DashboardState): string =>
  JSON.stringify({
    ...state,
    where: [],
    appeals: { ...appeals, cursor: '' },
    map: { ...map, view: null },
  });

/** Whether two states differ in the appeals chosen and in nothing else a question is made of. */
export const differInChoices = (one: DashboardState, other: DashboardState): boolean =>
  besideChoices(one) === besideChoices(other);

/** Cancels what was prefetched, is not asked any more, and no view has come to wait for. */
function cancelUnwanted(client: QueryClient, asked: ReadonlySet<string>, wanted: ReadonlySet<string>): void {
  for (const address of asked) {
    const query = client.getQueryCache().find({ queryKey: [address] });
    if (!wanted.has(address) && query?.getObserversCount() === 0) void query.cancel();
  }
}

/**
 * Asks what is missing. Answers that are here are not asked for: where they have aged, the view asks again
 * once it is drawn.
 * @returns null where nothing is missing
 */
function askMissing(
  client: QueryClient,
  asked: ReadonlySet<string>,
  request: AskTogether,
): Promise<unknown> | null {
  const missing = [...asked].filter((address) => client.getQueryData([address]) === undefined);
  if (missing.length === 0) return null;
  return Promise.all(
    missing.map((address) =>
      client.prefetchQuery({ queryKey: [address], queryFn: ({ signal }) => request(address, signal) }),
    ),
  );
}

/** Asks the server before anything is drawn: it works while the page draws. */
export function createPrefetcher(client: QueryClient): Prefetcher {
  const views = new Set<RefObject<AddressIn | null>>();
  let before: ReadonlySet<string> = new Set();
  return {
    register(asks) {
      views.add(asks);
      return () => {
        views.delete(asks);
      };
    },
    prefetch(drawn, next) {
      const asks = differInChoices(drawn, next) ? [...views].map(({ current }) => current?.(next) ?? '') : [];
      const asked = new Set(asks.filter(Boolean));
      cancelUnwanted(client, before, asked);
      before = asked;
      return askMissing(client, asked, askingTogether());
    },
  };
}
