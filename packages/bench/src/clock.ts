/** How much time a run may take, and how much of it is left. */
export interface Clock {
  /** Seconds left. */
  left(): number;
  /** A clock for a part of the whole: ends after a share of it, or with it. */
  part(share: number): Clock;
  spent(): number;
}

/** A clock that runs out after some seconds. */
export function startClock(seconds: number, now: () => number = () => performance.now()): Clock {
  const began = now();
  const spent = () => (now() - began) / 1000;
  const left = () => Math.max(0, seconds - spent());
  return { left, spent, part: (share) => startClock(Math.min(seconds * share, left()), now) };
}
