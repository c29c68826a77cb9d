import type { Rates } from '@hotline-atlas/model';
import { columnsCsv } from '../answer/columns-csv.ts';

/** A file with one line a group. */
export const ratesCsv = ({ groups }: Rates): string => columnsCsv({ ...groups });
