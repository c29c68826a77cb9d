import { encodeQuery } from '@hotline-atlas/model';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { clausesOf, type Source } from '../state/crossfilter.ts';
import type { DashboardState } from '../state/schema.ts';
import type { Screen } from '../state/screen.ts';
import { decode } from '../state/url.ts';
import { onMoving } from '../state/useAddress.ts';
import { type Question, questionFor } from './question.ts';
import { request } from './request.ts';

interface Asked {
  question: Question | null;
  source: Source | null;
}

/** What the views on the page ask, in the order they came to be. */
const views = new Set<RefObject<Asked>>();

/** Lets a view's question be asked ahead. */
export function useAskedAhead(question: Question | null, source: Source | null): void {
  const asked = useRef<Asked>({ question, source });
  useEffect(() => {
    asked.current = { question, source };
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

/** Whether a view still asks within the same choice of its own; most ask within none. */
function isStillAsked({ question, source }: Asked, before: DashboardState, now: DashboardState): boolean {
  if (!question?.within || !source) return true;
  const chosen = ({ where }: DashboardState) => JSON.stringify(clausesOf(where, source));
  return chosen(before) === chosen(now);
}

/**
 * Asks the questions of all views for other appeals before anything is drawn: drawing the old answers as such takes some
 * 50 ms, in which the server would have nothing to do.
 */
function askAhead(client: QueryClient, screen: Screen, state: DashboardState): void {
  for (const { current } of views) {
    const { question, source } = current;
    if (!question || !isStillAsked(current, screen.state, state)) continue;
    const address = `query?${encodeQuery(questionFor(question, { ...screen, state }, source))}`;
    void client.prefetchQuery({
      queryKey: [address],
      queryFn: ({ signal }) => request<unknown>(address, signal),
    });
  }
}

/** Asks the server at once when other appeals are chosen. */
export function useAskingAhead(screen: Screen | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!screen) return;
    return onMoving(() => {
      const state = decode(window.location.search);
      if (differInChoices(screen.state, state)) askAhead(client, screen, state);
    });
  }, [client, screen]);
}
