import { askingTogether } from '@hotline-atlas/ui/request/together.ts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import type { DashboardState } from '../address/schema.ts';
import { decode } from '../address/url.ts';
import { onMoving } from '../address/useAddress.ts';
import type { Screen } from '../screen/screen.ts';

/** The address a view asks once something else is chosen; empty for none. */
type Asks = (chosen: DashboardState) => string;

/** What the views on the page ask, in the order they came to be. */
const views = new Set<RefObject<Asks>>();

/** Lets a view's question be asked ahead. */
export function useAskedAhead(asks: Asks): void {
  const asked = useRef(asks);
  useEffect(() => {
    asked.current = asks;
  });
  useEffect(() => {
    views.add(asked);
    return () => {
      views.delete(asked);
    };
  }, []);
}

const besideChoices = (state: DashboardState): string =>
  JSON.stringify({ ...state, where: [], cursor: '', view: null });

/** Whether two states differ in the appeals chosen and in nothing a question is made of otherwise. */
export const differInChoices = (one: DashboardState, other: DashboardState): boolean =>
  besideChoices(one) === besideChoices(other);

/** Leaves what was asked ahead, is not asked any more, and no view has come to wait for. */
function leave(client: QueryClient, asked: ReadonlySet<string>, still: ReadonlySet<string>): void {
  for (const address of asked) {
    const query = client.getQueryCache().find({ queryKey: [address] });
    if (!still.has(address) && query?.getObserversCount() === 0) void query.cancel();
  }
}

/**
 * Asks what all views will ask, before anything is drawn: drawing takes some 50 ms, in which the server would have nothing
 * to do. Nobody waits for failures, nor for answers that are here: where those have aged, the view asks again once it is drawn.
 * @returns null where all answers are here
 */
function ask(client: QueryClient, asked: ReadonlySet<string>): Promise<unknown> | null {
  const missing = [...asked].filter((address) => client.getQueryData([address]) === undefined);
  if (missing.length === 0) return null;
  const request = askingTogether();
  return Promise.all(
    missing.map((address) =>
      client.prefetchQuery({ queryKey: [address], queryFn: ({ signal }) => request(address, signal) }),
    ),
  );
}

/** Asks the server at once when other appeals are chosen, and lets the panels keep still until it has answered. */
export function useAskingAhead(screen: Screen | null): void {
  const client = useQueryClient();
  const before = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!screen) return;
    return onMoving((search) => {
      const state = decode(search);
      const differs = differInChoices(screen.state, state);
      const asked = new Set(differs ? [...views].map(({ current }) => current(state)).filter(Boolean) : []);
      leave(client, before.current, asked);
      before.current = asked;
      return ask(client, asked);
    });
  }, [client, screen]);
}
