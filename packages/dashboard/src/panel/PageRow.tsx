import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The place in the row under the bar that a page fills in; null where there is none. */
export const PageRowContext = createContext<HTMLElement | null>(null);

/** Controls of a page, such as the step of its period, in the row under the bar: 40 px, always in sight. */
export function PageRow({ children }: { children: ReactNode }) {
  const place = useContext(PageRowContext);
  return place && createPortal(children, place);
}
