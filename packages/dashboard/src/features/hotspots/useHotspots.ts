import {
  daysBetween,
  type Expectation,
  encodeSelection,
  type HotspotStep,
  type Hotspots,
  type LocalDate,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import type { Screen } from '../../screen/screen.ts';
import { selectionOf } from '../../screen/selection.ts';

/** Steps judged where the chosen period has too few to tell a pattern, and the most that are. */
const usual: Record<HotspotStep, { steps: number; most: number; days: number }> = {
  week: { steps: 26, most: 52, days: 7 },
  month: { steps: 24, most: 36, days: 30.4 },
  quarter: { steps: 12, most: 20, days: 91.3 },
};
const fewestSteps = 10;

const stepsBack = (to: LocalDate, step: HotspotStep, steps: number): LocalDate =>
  step === 'week' ? shift(to, 'week', -steps) : shift(to, 'month', step === 'month' ? -steps : -3 * steps);

/**
 * The period judged: the one chosen; as much before its end as tells a pattern where it is too short, and no
 * more than
 * a browser can hold for every place of a city.
 */
export function judgedPeriod({ from, to }: Period, step: HotspotStep): Period {
  const { steps, most, days } = usual[step];
  if (daysBetween(from, to) / days < fewestSteps) return { from: stepsBack(to, step, steps), to };
  const earliest = stepsBack(to, step, most);
  return { from: from < earliest ? earliest : from, to };
}

/** Hexagons of some 0.7 km²: streets around a corner, and enough appeals in each. */
const hotspotResolution = 8;

/**
 * What is compared with where nobody chose: without a topic, places are not taken to be alike, for then the
 * busiest are
 * hot for ever; each is compared with its own usual share. Otherwise the API knows best.
 */
export function chosenExpectation({ state, meta }: Pick<Screen, 'state' | 'meta'>): Expectation | null {
  const { against, level } = state.hotspots;
  if (against !== 'auto') return against;
  const hasTopic = state.where.some(({ dimension }) => dimension.startsWith('topic'));
  return hasTopic || meta.withResidents.includes(level) ? null : 'usual';
}

/** The address of the judgement the screen asks for. */
export function hotspotsAddress(screen: Screen): string {
  const { state, days } = screen;
  const { level, step, counted } = state.hotspots;
  const expected = chosenExpectation(screen);
  const selection = selectionOf(screen, 'cell');
  const parameters = encodeSelection({ ...selection, ...judgedPeriod(days, step) });
  parameters.set('level', level);
  if (level === 'cell') parameters.set('resolution', String(hotspotResolution));
  parameters.set('step', step);
  if (counted !== 'contacts') parameters.set('measure', counted);
  if (expected) parameters.set('expected', expected);
  return `hotspots?${parameters}`;
}

/** Where appeals are more or fewer than was to be expected. */
export const useHotspots = () => useRequest<Hotspots>(hotspotsAddress);
