import { inLanguage } from '@hotline-atlas/model';
import { clausesOf } from '../address/crossfilter.ts';
import { describeScope, describeSource } from './describe.ts';
import type { Screen } from './screen.ts';

/** The whole of what who asks may see: their districts or units, else the city. */
export function wholePlace(screen: Screen): string {
  const own = describeScope(screen);
  return own.length > 0 ? own.join(' · ') : inLanguage(screen.meta.name, screen.language);
}

/** The areas chosen, else the whole city, whatever is chosen among the hexagons in them. */
export const chosenArea = (screen: Screen): string => chosenPlace(screen, ['areas']);

/** Where the figures are of: the hexagons or areas chosen, else the whole city. */
export function chosenPlace(
  screen: Screen,
  sources: readonly ('cell' | 'areas')[] = ['cell', 'areas'],
): string {
  const { state } = screen;
  const source = sources.find((each) => clausesOf(state.where, each).length > 0);
  return source ? describeSource(state.where, source, screen) : wholePlace(screen);
}
