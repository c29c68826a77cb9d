import { setImmediate } from 'node:timers/promises';
import { everything } from '@hotline-atlas/model';
import { selectedAreas } from '@hotline-atlas/query';
import { h3Rings } from '@hotline-atlas/statistics';
import { cellsOfCity } from './city-cells.ts';
import type { PlacedCity } from './study-area.ts';

/** Cells between which whoever asks is answered. */
const cellsAtATime = 200;

/** Finds the cells of a city in the resolution that hot spots usually have, and which of them touch, before anybody asks. */
export async function readyCells(city: PlacedCity): Promise<void> {
  for (const { code } of selectedAreas(city, [], everything).districts) {
    const where = [{ dimension: 'district' as const, exclude: false, values: [code] }];
    const cells = cellsOfCity(city, 8, where, everything);
    for (let first = 0; first < cells.length; first += cellsAtATime) {
      await setImmediate();
      h3Rings(cells.slice(first, first + cellsAtATime));
    }
  }
}
