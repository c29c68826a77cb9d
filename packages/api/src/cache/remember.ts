/** Calls a reader once and keeps its promise; a failure is not kept. */
export function remember<Result>(read: () => Promise<Result>): () => Promise<Result> {
  return rememberFor(Number.POSITIVE_INFINITY, read);
}

/** Calls a reader at most once in a span of milliseconds, counted from when it answered; a failure is not kept. */
export function rememberFor<Result>(
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
