import type { View } from '@hotline-atlas/model';
import { changed, type DashboardState, decode, encode } from '../../address/state.ts';

/** What of a state a view keeps: not the reader's language and colours, nor what lies open over the page. */
const keptOf = (state: DashboardState): DashboardState =>
  changed(state, {
    language: null,
    theme: 'auto',
    wall: false,
    appeals: { cursor: '', open: '' },
    views: { open: '' },
    signIn: { to: '', error: '' },
    administration: { part: 'accounts', find: '', event: '', who: '' },
  });

/** The address a view keeps of a state. */
export const keptAddress = (state: DashboardState): string => encode(keptOf(state));

/** The address of a view as this reader opens it: in their language and colours. */
export const openedAddress = (
  { id, address }: Pick<View, 'id' | 'address'>,
  { language, theme }: DashboardState,
): string => encode(changed(decode(address), { language, theme, views: { open: id } }));

/** Whether a state shows something else than a view keeps. */
export const differs = ({ address }: Pick<View, 'address'>, state: DashboardState): boolean =>
  keptAddress(decode(address)) !== keptAddress(state);
