import { useEffect, useState } from 'react';

/** Most answers are here before this many milliseconds; only those that are not are worth a word. */
const patience = 400;

/**
 * Whole seconds since a reader began to wait; null while there is nothing to wait for, or not for long yet.
 */
export function useElapsed(waits: boolean): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    if (!waits) return;
    const began = performance.now();
    const tell = () => setSeconds(Math.floor((performance.now() - began) / 1000));
    const first = setTimeout(tell, patience);
    const ticking = setInterval(tell, 1000);
    return () => {
      clearTimeout(first);
      clearInterval(ticking);
      setSeconds(null);
    };
  }, [waits]);
  return seconds;
}
