import { createContext, useContext, useEffect, useState } from 'react';

/** Milliseconds after which panels do not wait for what is drawn first. */
const longestWait = 500;

/** Whether the panels below may be drawn. False only while something above them is to be painted first. */
export const MayDrawContext = createContext(true);

export const useMayDraw = (): boolean => useContext(MayDrawContext);

/**
 * Lets one part of a page be painted before the others.
 * @returns whether that is done, and how the part says that it has drawn itself
 */
export function useFirstPaint(): { done: boolean; drawn: () => void } {
  const [done, setDone] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDone(true), longestWait);
    return () => clearTimeout(timer);
  }, []);
  // The frame that was drawn is painted before the next task.
  const [drawn] = useState(() => () => requestAnimationFrame(() => setTimeout(() => setDone(true))));
  return { done, drawn };
}
