import {
  checkParameterNames,
  InvalidQuestion,
  mostPlaces,
  parseText,
  placesParameters,
  type RawParameters,
  resolutions,
} from '@hotline-atlas/model';
import { getResolution, isValidCell } from 'h3-js';

/** What `/api/places` asks: cells, each once, in order. */
export interface PlacesQuestion {
  cells: readonly string[];
}

const isNamed = (cell: string): boolean =>
  /^[0-9a-f]{15}$/.test(cell) &&
  isValidCell(cell) &&
  resolutions.some((resolution) => resolution === getResolution(cell));

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming what was sent
 */
export function parsePlaces(raw: RawParameters): PlacesQuestion {
  checkParameterNames(raw, Object.keys(placesParameters.shape));
  const cells = [...new Set((parseText(raw, 'cells') ?? '').split(',').filter(Boolean))].sort();
  if (cells.length === 0) throw new InvalidQuestion('cells', '', 'send H3 cells, with commas between');
  if (cells.length > mostPlaces)
    throw new InvalidQuestion('cells', `${cells.length} cells`, `send ${mostPlaces} at the most`);
  const wrong = cells.find((cell) => !isNamed(cell));
  if (wrong !== undefined)
    throw new InvalidQuestion('cells', wrong.slice(0, 40), 'send H3 cells of resolution 7 to 10');
  return { cells };
}
