import type { Clause, DimensionName } from '@hotline-atlas/model';
import type { Source } from './crossfilter.ts';
import { isChosen, type Path, valuesAt } from './path.ts';
import { decode } from './url.ts';
import { useAddresses } from './useAddress.ts';

let last: { search: string; where: readonly Clause[] } | null = null;

/** Read once for all the rows that ask. */
function whereIn(search: string): readonly Clause[] {
  if (last?.search !== search) last = { search, where: decode(search).where };
  return last.where;
}

/** Whether a row, cell or area is what its view has chosen: so from the moment of the click, when its figures are still to come. */
export const useChosen = (path: Path, source: Source): boolean =>
  useAddresses(({ chosen }) => isChosen(whereIn(chosen), path, source));

/** The same of one value at a dimension, whatever else is chosen with it or below it. */
export const useAmongChosen = (dimension: DimensionName, value: string): boolean =>
  useAddresses(({ chosen }) => valuesAt(whereIn(chosen), dimension).includes(value));
