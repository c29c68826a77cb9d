import type { View, Views } from '@hotline-atlas/model';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';

/**
 * The views somebody may open: their own, and those shared with them.
 * @param wanted nothing is asked where they are not
 */
export function useViews(wanted = true): Requested<Views> {
  const { person } = useScreen();
  return useRequest<Views>(wanted && person.may.has('keep') ? 'views' : '');
}

/** The view that was opened last; null where none was, or it is not there for who asks. */
export function useOpenView(): View | null {
  const { state } = useScreen();
  const { open } = state.views;
  const { answer } = useViews(open !== '');
  return answer?.views.find(({ id }) => id === open) ?? null;
}

/** Whether the address names a view that who asks may not open; false while that is not known. */
export function useMissingView(): boolean {
  const { state, person } = useScreen();
  const { open } = state.views;
  const { answer, loading } = useViews(open !== '');
  if (open === '') return false;
  if (!person.may.has('keep')) return true;
  return answer !== undefined && !loading && !answer.views.some(({ id }) => id === open);
}

/** The address of a view in the API. */
export const pathOf = ({ id }: Pick<View, 'id'>): string => `views/${encodeURIComponent(id)}`;
