import { replaceEqualDeep } from '@tanstack/react-query';
import { changed, type DashboardState, decode, encode, type StateChange } from './state.ts';

/** The query part of an address of the page, and the state it stands for. */
interface Address {
  search: string;
  state: DashboardState;
}

/** Two addresses. They differ while panels wait for the answers to the latest choice. */
export interface Addresses {
  chosen: Address;
  /** The one the panels show. */
  drawn: Address;
}

/** Panels wait this many milliseconds at most. The controls show a choice at once. */
const longestWait = 250;

/**
 * Asks what the panels will ask in another state.
 * @returns the answers, or null where the panels have all they need
 */
export type Prefetch = (before: DashboardState, next: DashboardState) => Promise<unknown> | null;

/** Where the page is, and the ways to another state. There is one of it. */
export interface Navigation {
  addresses: () => Addresses;
  /** How many steps of this visit can be taken back. */
  depth: () => number;
  /** Goes to another state. A click is a step that can be taken back (`push`), a drag is not (`replace`). */
  change: (change: StateChange, how?: 'push' | 'replace') => void;
  /** Goes to another address of the same room, given by its query. */
  open: (search: string) => void;
  /** Asks what the panels will ask after a change. */
  prefetch: (change: StateChange) => void;
  /** @returns stops listening */
  subscribe: (listener: () => void) => () => void;
}

function depthIn(kept: unknown): number {
  return typeof kept === 'object' && kept !== null && 'depth' in kept ? Number(kept.depth) : 0;
}

/**
 * Follows the address of a window.
 * @param prefetch asks ahead of every move
 */
export function createNavigation(
  host: Pick<Window, 'location' | 'history' | 'addEventListener'>,
  prefetch: Prefetch,
): Navigation {
  const first = { search: host.location.search, state: decode(host.location.search) };
  let now: Addresses = { chosen: first, drawn: first };
  const listeners = new Set<() => void>();
  const show = (next: Addresses): void => {
    now = next;
    for (const listener of listeners) listener();
  };
  const move = (): void => {
    const { search } = host.location;
    const { chosen: before, drawn } = now;
    // What stays the same stays the same object: views can tell what has changed.
    const chosen = { search, state: replaceEqualDeep(before.state, decode(search)) };
    const answers = prefetch(drawn.state, chosen.state);
    const own = { chosen, drawn: answers ? drawn : chosen };
    show(own);
    if (!answers) return;
    const time = new Promise((resolve) => setTimeout(resolve, longestWait));
    void Promise.race([answers, time]).then(() => {
      if (now === own) show({ chosen, drawn: chosen });
    });
  };
  const depth = () => depthIn(host.history.state);
  host.addEventListener('popstate', move);
  const go = (search: string, how: 'push' | 'replace'): void => {
    if (search === now.chosen.search) return;
    const address = host.location.pathname + search;
    if (how === 'push') host.history.pushState({ depth: depth() + 1 }, '', address);
    else host.history.replaceState({ depth: depth() }, '', address);
    move();
  };
  return {
    addresses: () => now,
    depth,
    change: (change, how = 'push') => go(encode(changed(now.chosen.state, change)), how),
    open: (search) => go(encode(decode(search)), 'push'),
    prefetch(change) {
      const next = changed(now.chosen.state, change);
      if (encode(next) !== now.chosen.search) void prefetch(now.drawn.state, next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
