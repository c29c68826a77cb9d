import {
  type Clause,
  type DimensionName,
  encodeQuery,
  encodeSelection,
  type MetricName,
  type Period,
  shift,
} from '@hotline-atlas/model';
import type { Screen } from '../../screen/screen.ts';
import type { ShownArea } from './area.ts';
import { daysOf, earlierOf } from './days.ts';

/** What the panels of an area are about. */
export interface Shown {
  area: ShownArea;
  name: string;
  /** Its appeals, less what is filtered. */
  where: readonly Clause[];
  days: Period;
}

interface Asked {
  metrics: readonly MetricName[];
  by?: readonly DimensionName[];
  where: readonly Clause[];
  days?: Period;
  /** Asks for the state of orders now. */
  live?: boolean;
}

/** The address of figures; of all days where none are named. */
export const figuresAddress = ({ metrics, by = [], where, days, live = false }: Asked): string =>
  `query?${encodeQuery({
    metrics: [...metrics],
    by: [...by],
    where: [...where],
    withoutRegimes: [],
    order: [],
    resolution: 8,
    ...days,
    ...(live && { dueAt: 'now' as const }),
  })}`;

/** The address of a judgement of some appeals. */
export function judgedAddress(
  name: 'growth' | 'repeats' | 'rates' | 'findings',
  { where, days }: { where: readonly Clause[]; days: Period },
  besides: Readonly<Record<string, string>> = {},
): string {
  const parameters = encodeSelection({ where: [...where], ...days, withoutRegimes: [] });
  for (const [key, value] of Object.entries(besides)) parameters.set(key, value);
  return `${name}?${parameters}`;
}

/** The days there are data of. */
export const knownDays = ({ meta }: Pick<Screen, 'meta'>) => {
  const firstDay = meta.firstDay ?? '2000-01-01';
  return { firstDay, completeTo: meta.completeTo ?? shift(meta.lastDay ?? firstDay, 'day', 1) };
};

/** The days the page speaks of. */
export const shownDays = (screen: Pick<Screen, 'meta' | 'state'>): Period =>
  daysOf(screen.state.area.pace, screen.state.area.on, knownDays(screen));

/** At least some days, up to the end of others: what repeats or is new shows only over a while. */
export function atLeast(days: Period, length: number): Period {
  return { from: earlierOf(shift(days.to, 'day', -length), days.from), to: days.to };
}
