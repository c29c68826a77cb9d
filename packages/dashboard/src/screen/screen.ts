import type { DimensionName, Language, MetricName, Period } from '@hotline-atlas/model';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';
import { createContext, useContext } from 'react';
import type { Source } from '../address/crossfilter.ts';
import type { Path } from '../address/path.ts';
import type { DashboardState, StateChange } from '../address/state.ts';
import type { Messages } from '../words/index.ts';
import type { CityMeta } from './city.ts';
import type { Person } from './person.ts';

/** What every view needs: the state, what it means for this city, and how to change it. */
export interface Screen {
  state: DashboardState;
  meta: CityMeta;
  /** Who asks. */
  person: Person;
  /** The whole period chosen. */
  period: Period;
  /** The days the figures are of: the span chosen in the trend, else the period. */
  days: Period;
  language: Language;
  messages: Messages;
  palette: Palette;
  /** The name of a value of a dimension. */
  label: (dimension: DimensionName, code: string) => string;
  metricLabel: (metric: MetricName) => string;
  change: (change: StateChange, how?: 'push' | 'replace') => void;
  /** Chooses a path in a view, or takes the choice back. */
  toggle: (path: Path, source: Source, together?: boolean) => void;
  /** What panels add to a state before they ask: the object of the page they are part of. */
  embed?: (state: DashboardState) => DashboardState;
  /** Asks what that will ask. A mouse button is pressed a tenth of a second before it is let go. */
  prefetchToggle: (path: Path, source: Source, together?: boolean) => void;
}

export const ScreenContext = createContext<Screen | null>(null);

/** The screen this component is part of. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error('rendered outside of the screen');
  return screen;
}
