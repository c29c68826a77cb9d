import { InvalidBody } from '../problems/failures.ts';

const nowhere = 'http://dashboard.invalid';

/**
 * An address of this dashboard, as browsers write it.
 * @param sent path and query, beginning with one `/`
 * @throws InvalidBody where it leads elsewhere
 */
export function ownAddress(sent: string): string {
  const isPath = /^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(sent) && URL.canParse(sent, nowhere);
  const { origin, pathname, search, hash } = new URL(isPath ? sent : '/', nowhere);
  if (!isPath || origin !== nowhere || /^\/(\/|(api|l)(\/|$))/i.test(pathname))
    throw new InvalidBody('address: a page of this dashboard, such as /?district=110106', 'address');
  return `${pathname}${search}${hash}`;
}
