import { useSyncExternalStore } from 'react';

const moving = 'hotline-atlas:moving';
const moved = 'hotline-atlas:moved';

function subscribe(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(moved, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(moved, changed);
  };
}

/** The query part of the address, and nothing else, as it is now. */
export const useAddress = (): string => useSyncExternalStore(subscribe, () => window.location.search);

const depthNow = (): number => {
  const kept: unknown = window.history.state;
  return typeof kept === 'object' && kept !== null && 'depth' in kept ? Number(kept.depth) : 0;
};

/** How many choices of this visit can be taken back. */
export const useDepth = (): number => useSyncExternalStore(subscribe, depthNow);

/** Goes to another state: a click is a step back can undo, a drag is not. */
export function goTo(search: string, how: 'push' | 'replace'): void {
  if (search === window.location.search) return;
  const address = window.location.pathname + search;
  if (how === 'push') window.history.pushState({ depth: depthNow() + 1 }, '', address);
  else window.history.replaceState({ depth: depthNow() }, '', address);
  window.dispatchEvent(new Event(moving));
  window.dispatchEvent(new Event(moved));
}

/** Calls a listener when the address is new and nothing has been drawn of it yet. @returns how to stop that */
export function onMoving(listener: () => void): () => void {
  window.addEventListener(moving, listener);
  return () => window.removeEventListener(moving, listener);
}
