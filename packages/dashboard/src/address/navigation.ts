import { replaceEqualDeep } from '@tanstack/react-query';
import { isHome } from './place.ts';
import { roomOf } from './room.ts';
import { changed, type DashboardState, decode, encode, encodeSearch, type StateChange } from './state.ts';
import { unreadClauses } from './unread.ts';

/** An address of the page, path and query, and the state it stands for. */
interface Address {
  address: string;
  state: DashboardState;
}

/** Two addresses. They differ while panels wait for the answers to the latest choice. */
export interface Addresses {
  chosen: Address;
  /** The one the panels show. */
  drawn: Address;
}

const none: readonly string[] = [];

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
  /** What of the address that was opened is not understood; nothing once something is chosen. */
  unread: () => readonly string[];
  /** How many steps of this visit can be taken back. */
  depth: () => number;
  /** Goes to another state. A click is a step that can be taken back (`push`), a drag is not (`replace`). */
  change: (change: StateChange, how?: 'push' | 'replace') => void;
  /** Goes to another address of the same room. */
  open: (address: string) => void;
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
  const here = (): string => host.location.pathname + host.location.search;
  const isRoom = roomOf(host.location.pathname) !== 'figures';
  // A room keeps its path: only what follows it is of the state.
  const addressOf = (state: DashboardState): string =>
    isRoom ? host.location.pathname + encodeSearch(state) : encode(state);
  let unread: readonly string[] = unreadClauses(host.location.search);
  const atHome = isHome(host.location.pathname, new URLSearchParams(host.location.search));
  if (!isRoom && !atHome)
    host.history.replaceState(host.history.state, '', encode(decode(here())) + (host.location.hash ?? ''));
  const first = { address: here(), state: decode(here()) };
  let now: Addresses = { chosen: first, drawn: first };
  const listeners = new Set<() => void>();
  const show = (next: Addresses): void => {
    now = next;
    for (const listener of listeners) listener();
  };
  const move = (): void => {
    unread = none;
    const address = here();
    const { chosen: before, drawn } = now;
    // What stays the same stays the same object: views can tell what has changed.
    const chosen = { address, state: replaceEqualDeep(before.state, decode(address)) };
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
  const go = (address: string, how: 'push' | 'replace'): void => {
    if (address === now.chosen.address) return;
    if (how === 'push') host.history.pushState({ depth: depth() + 1 }, '', address);
    else host.history.replaceState({ depth: depth() }, '', address);
    move();
  };
  return {
    addresses: () => now,
    unread: () => unread,
    depth,
    change: (change, how = 'push') => go(addressOf(changed(now.chosen.state, change)), how),
    open: (address) => go(addressOf(decode(address)), 'push'),
    prefetch(change) {
      const next = changed(now.chosen.state, change);
      if (addressOf(next) !== now.chosen.address) void prefetch(now.drawn.state, next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
