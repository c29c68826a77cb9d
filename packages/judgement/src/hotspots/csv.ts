import type { Hotspots } from '@hotline-atlas/model';
import { columnsCsv } from '../answer/columns-csv.ts';

/** A file with one line a place; names of places are codes or H3 cells. */
export const hotspotsCsv = ({ places }: Hotspots): string => columnsCsv({ ...places });
