import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds. */
function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Whether the window has room for one column only. */
export const useNarrowWindow = (): boolean => useMediaQuery('(max-width: 719px)');

/** Whether the window has room for an open legend beside what a map shows. */
export const useLegendRoom = (): boolean => useMediaQuery('(min-width: 800px)');

/** Whether the window has room for larger rows and pictures. */
export const useSpaciousWindow = (): boolean => useMediaQuery('(min-width: 1680px)');

/** Whether the window has room for a page with one line of controls. */
export const useWideWindow = (): boolean => useMediaQuery('(min-width: 1280px)');
