import { useEffect, useRef, useState } from 'react';
import { onPrinting } from './printing.ts';

/** The width of an element, as it changes, on paper too. */
export function useWidth(start = 600) {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(start);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? start)));
    watch.observe(element);
    const stop = onPrinting(() => setWidth(element.clientWidth));
    return () => {
      watch.disconnect();
      stop();
    };
  }, [start]);
  return { host, width };
}
