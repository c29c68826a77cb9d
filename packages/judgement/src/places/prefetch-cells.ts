import { setImmediate } from 'node:timers/promises';
import { everything } from '@hotline-atlas/model';
import { selectedAreas } from '@hotline-atlas/query';
import { h3Rings } from '@hotline-atlas/statistics';
import { cellsOfCity } from './city-cells.ts';
import type { PlacedCity } from './study-area.ts';

/** Cells between two pauses, in which requests are answered. */
const cellsAtATime = 200;

/** Prefetches the cells of a city, in the usual resolution of hot spots, and which of them touch. */
export async function prefetchCells(city: PlacedCity): Promise<void> {
  for (const { code } of selectedAreas(city, [], everything).districts) {
    const where = [{ dimension: 'district' as const, exclude: false, values: [code] }];
    const cells = cellsOfCity(city, 8, where, everything);
    for (let first = 0; first < cells.length; first += cellsAtATime) {
      await setImmediate();
      h3Rings(cells.slice(first, first + cellsAtATime));
    }
  }
}
