import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Addresses, Navigation } from './navigation.ts';

export const NavigationContext = createContext<Navigation | null>(null);

/** The navigation of the page. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('rendered outside of the navigation');
  return navigation;
}

/** A part of what the addresses say, drawn anew when it changes. */
export function useAddresses<Read>(read: (both: Addresses) => Read): Read {
  const { subscribe, addresses } = useNavigation();
  return useSyncExternalStore(subscribe, () => read(addresses()));
}

/** Whether the panels wait: what they show is not the latest choice. */
export const usePending = (): boolean => useAddresses(({ chosen, drawn }) => chosen !== drawn);

/** What of the address is not understood. */
export function useUnread(): readonly string[] {
  const { subscribe, unread } = useNavigation();
  return useSyncExternalStore(subscribe, unread);
}

/** How many steps of this visit can be taken back. */
export function useDepth(): number {
  const { subscribe, depth } = useNavigation();
  return useSyncExternalStore(subscribe, depth);
}
