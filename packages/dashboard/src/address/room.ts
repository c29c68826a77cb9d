/** What an address opens, by its path: pages with figures, or one that has none. */
export type Room = 'figures' | 'sign-in' | 'administration';

/** The room of a path. */
export function roomOf(pathname: string): Room {
  const [, first] = pathname.split('/');
  return first === 'sign-in' || first === 'administration' ? first : 'figures';
}
