import { fileNameOf, type Period } from '@hotline-atlas/model';
import type { Screen } from '../screen/screen.ts';

interface Told {
  period: Period;
  as_of: { version: number };
}

/** The name of the file a panel is saved as: city, panel, period, filters, version of the data. */
export const fileOfPanel = (what: string, { period, as_of }: Told, { meta, state }: Screen): string =>
  `${fileNameOf({ city: meta.code, what, period, where: state.where, version: as_of.version })}.csv`;
