import type { DimensionName } from '@hotline-atlas/model';
import type { Source } from './crossfilter.ts';
import { isChosen, type Path, valuesAt } from './path.ts';
import { useAddresses } from './useNavigation.ts';

/**
 * Whether a row, cell or area is what its view has chosen. True from the moment of the click, before its
 * figures are here.
 */
export const useChosen = (path: Path, source: Source): boolean =>
  useAddresses(({ chosen }) => isChosen(chosen.state.where, path, source));

/** Whether a value of a dimension is chosen, whatever else is chosen with it or below it. */
export const useAmongChosen = (dimension: DimensionName, value: string): boolean =>
  useAddresses(({ chosen }) => valuesAt(chosen.state.where, dimension).includes(value));
