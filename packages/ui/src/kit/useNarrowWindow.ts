import { useSyncExternalStore } from 'react';

const narrow = () => matchMedia('(max-width: 719px)');

function subscribe(changed: () => void): () => void {
  const query = narrow();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the screen has room for one column only. */
export const useNarrowWindow = (): boolean => useSyncExternalStore(subscribe, () => narrow().matches);
