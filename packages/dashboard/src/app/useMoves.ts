import { useMemo } from 'react';
import type { Navigation } from '../address/navigation.ts';
import { togglePath } from '../address/path.ts';
import type { StateChange } from '../address/state.ts';
import { useNavigation } from '../address/useNavigation.ts';
import type { Screen } from '../screen/screen.ts';

type Choice = Parameters<Screen['toggle']>;

/** What changes when a path is chosen, or the choice taken back. */
function toggled(navigation: Navigation, [path, source, together]: Choice): StateChange {
  const { where } = navigation.addresses().chosen.state;
  return {
    where: togglePath(where, path, source, together),
    appeals: { cursor: '' },
    ...(source === 'areas' && { map: { view: null } }),
  };
}

/** The ways from a screen to another. */
export function useMoves(): Pick<Screen, 'change' | 'toggle' | 'prefetchToggle'> {
  const navigation = useNavigation();
  return useMemo(
    () => ({
      change: navigation.change,
      toggle: (...choice) => navigation.change(toggled(navigation, choice)),
      prefetchToggle: (...choice) => navigation.prefetch(toggled(navigation, choice)),
    }),
    [navigation],
  );
}
