import { inLanguage } from '@hotline-atlas/model';
import { describeSource } from '../controls/describe.ts';
import { clausesOf } from './crossfilter.ts';
import type { Screen } from './screen.ts';

/** Where the figures are of: the areas chosen, else the whole city. */
export function placeOf(screen: Screen): string {
  const { state, meta, language } = screen;
  const chosen = clausesOf(state.where, 'areas');
  return chosen.length > 0 ? describeSource(state.where, 'areas', screen) : inLanguage(meta.name, language);
}
