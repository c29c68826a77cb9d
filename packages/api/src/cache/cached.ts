/**
 * Calls a reader once and caches its result. Callers at the same time share one call; a failure is not
 * cached.
 */
export function cached<Result>(read: () => Promise<Result>): () => Promise<Result> {
  return cachedFor(Number.POSITIVE_INFINITY, read);
}

/**
 * Calls a reader at most once in a span of milliseconds, which begins when it answers. Callers at the same
 * time share one call; a failure is not cached.
 */
export function cachedFor<Result>(
  milliseconds: number,
  read: () => Promise<Result>,
  now: () => number = Date.now,
): () => Promise<Result> {
  let kept: Promise<Result> | null = null;
  let until = Number.POSITIVE_INFINITY;
  return () => {
    if (kept && now() < until) return kept;
    const reading = read();
    kept = reading;
    until = Number.POSITIVE_INFINITY;
    reading.then(
      () => {
        until = now() + milliseconds;
      },
      () => {
        if (kept === reading) kept = null;
      },
    );
    return reading;
  };
}
