import {
  daysBetween,
  encodeSelection,
  type HotspotStep,
  type Hotspots,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { useStored } from '../api/useAnswer.ts';
import { selectionFor } from '../state/crossfilter.ts';
import { type Screen, useScreen } from '../state/screen.ts';

/** Steps judged where the chosen period has too few to tell a pattern. */
const usual: Record<HotspotStep, { steps: number; days: number; months: number }> = {
  week: { steps: 26, days: 7, months: 0 },
  month: { steps: 24, days: 30.4, months: 24 },
  quarter: { steps: 12, days: 91.3, months: 36 },
};
const fewestSteps = 10;

/** The period judged: the one chosen, or as much before its end as tells a pattern. */
export function judgedPeriod({ from, to }: Period, step: HotspotStep): Period {
  const { steps, days, months } = usual[step];
  if (daysBetween(from, to) / days >= fewestSteps) return { from, to };
  return { from: months > 0 ? shift(to, 'month', -months) : shift(to, 'week', -steps), to };
}

/** Hexagons of some 0.7 km²: streets around a corner, and enough appeals in each. */
const hotspotResolution = 8;

/** The address of the judgement the screen asks for. */
export function hotspotsAddress(screen: Screen): string {
  const { state, meta, days } = screen;
  const { level, step, counted, against } = state.hotspots;
  const regimes = meta.regimes.map(({ name }) => name);
  const selection = selectionFor(state, days, regimes, 'cell');
  const parameters = encodeSelection({ ...selection, ...judgedPeriod(days, step) });
  parameters.set('level', level);
  if (level === 'cell') parameters.set('resolution', String(hotspotResolution));
  parameters.set('step', step);
  if (counted !== 'contacts') parameters.set('measure', counted);
  if (against !== 'auto') parameters.set('expected', against);
  return `hotspots?${parameters}`;
}

/** Where appeals are more or fewer than was to be expected. */
export const useHotspots = () => useStored<Hotspots>(hotspotsAddress(useScreen()));
