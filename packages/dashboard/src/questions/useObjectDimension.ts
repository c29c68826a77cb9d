import { type Answer, type DimensionName, encodeQuery } from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { useQueries } from '@tanstack/react-query';
import { dimensionOfPlace, levelsOf } from '../screen/known-place.ts';
import { useScreen } from '../screen/screen.ts';

/** Every appeal with a value, over all time. */
const appealsWith = (dimension: DimensionName, code: string): string =>
  `query?${encodeQuery({
    metrics: ['appeals'],
    by: [],
    where: [{ dimension, exclude: false, values: [code] }],
    withoutRegimes: [],
    order: [],
    resolution: 8,
  })}`;

/**
 * The dimension that the object of the page is a value of. Where the names of the city do not tell, the
 * appeals do: cities whose words are the codes name only some of them.
 * @returns null where no level knows the code, undefined while that is not known
 */
export function useObjectDimension(): DimensionName | null | undefined {
  const { state, meta } = useScreen();
  const named = dimensionOfPlace(state, meta);
  const asked = named ? [] : levelsOf(state.page);
  const found = useQueries({
    queries: asked.map((dimension) => {
      const address = appealsWith(dimension, state.object);
      return {
        queryKey: [address],
        queryFn: ({ signal }: { signal: AbortSignal }) => request<Answer>(address, signal),
      };
    }),
  });
  if (named) return named;
  const at = found.findIndex(({ data }) => (numberIn(data?.rows[0], 'appeals') ?? 0) > 0);
  if (at >= 0) return asked[at];
  return found.some(({ isPending }) => isPending) ? undefined : null;
}
