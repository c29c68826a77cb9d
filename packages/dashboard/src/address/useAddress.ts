import { useSyncExternalStore } from 'react';

/** Two addresses, which differ while the panels keep still until what was chosen last is answered. */
interface Addresses {
  /** The query part of the address, and nothing else. */
  chosen: string;
  /** The one the panels show. */
  drawn: string;
}

/**
 * Panels keep still no longer than this, in milliseconds: by then a reader should see that the old figures are old. What has
 * been chosen shows at once either way.
 */
const stillFor = 250;

/** Asks what an address will ask. @returns the answers, or null where the panels need not wait for any */
type AskAhead = (search: string) => Promise<unknown> | null;

let now: Addresses | null = null;
let askAhead: AskAhead = () => null;
const listeners = new Set<() => void>();

/** The addresses as they are now. */
export function addresses(): Addresses {
  now ??= { chosen: window.location.search, drawn: window.location.search };
  return now;
}

function show(next: Addresses): void {
  now = next;
  for (const listener of listeners) listener();
}

function move(): void {
  const chosen = window.location.search;
  const answers = askAhead(chosen);
  const own = { chosen, drawn: answers ? addresses().drawn : chosen };
  show(own);
  if (!answers) return;
  const time = new Promise((resolve) => setTimeout(resolve, stillFor));
  void Promise.race([answers, time]).then(() => {
    if (now === own) show({ chosen, drawn: chosen });
  });
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', move);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', move);
  };
}

/** A part of what the addresses say, drawn anew when it changes. */
export const useAddresses = <Read extends string | boolean>(read: (both: Addresses) => Read): Read =>
  useSyncExternalStore(subscribe, () => read(addresses()));

const depthNow = (): number => {
  const kept: unknown = window.history.state;
  return typeof kept === 'object' && kept !== null && 'depth' in kept ? Number(kept.depth) : 0;
};

/** How many choices of this visit can be taken back. */
export const useDepth = (): number => useSyncExternalStore(subscribe, depthNow);

/** Goes to another state: a click is a step back can undo, a drag is not. */
export function goTo(search: string, how: 'push' | 'replace'): void {
  if (search === addresses().chosen) return;
  const address = window.location.pathname + search;
  if (how === 'push') window.history.pushState({ depth: depthNow() + 1 }, '', address);
  else window.history.replaceState({ depth: depthNow() }, '', address);
  move();
}

/** Asks what another state will ask, before it is gone to. */
export function anticipate(search: string): void {
  if (search !== addresses().chosen) void askAhead(search);
}

/** Says who asks ahead. @returns how to stop that */
export function onMoving(ask: AskAhead): () => void {
  askAhead = ask;
  return () => {
    askAhead = () => null;
  };
}
