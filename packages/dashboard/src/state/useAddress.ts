import { useSyncExternalStore } from 'react';

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

/** Goes to another state: a click is a step back can undo, a drag is not. */
export function goTo(search: string, how: 'push' | 'replace'): void {
  if (search === window.location.search) return;
  const address = window.location.pathname + search;
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  window.dispatchEvent(new Event(moved));
}
