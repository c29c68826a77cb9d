import { encodeSelection, type Period, type Selection } from '@hotline-atlas/model';
import { type Source, selectionFor } from '../address/crossfilter.ts';
import type { Screen } from './screen.ts';

type Around = Pick<Screen, 'state' | 'meta' | 'period'>;

/** The names of the exceptional periods of the city. */
export const regimeNames = ({ meta }: Pick<Screen, 'meta'>): string[] => meta.regimes.map(({ name }) => name);

/**
 * Which appeals a view shows.
 * @param source the view whose own choices are left out; null for none
 */
export const selectionOf = (screen: Around, source: Source | null): Selection & Period =>
  selectionFor(screen.state, screen.period, regimeNames(screen), source);

/** The same as parameters of the API. */
export const selectionParameters = (screen: Around, source: Source | null): URLSearchParams =>
  encodeSelection(selectionOf(screen, source));
