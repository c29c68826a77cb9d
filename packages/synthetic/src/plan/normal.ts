/**
 * The number below which a standard normal draw falls with the probability `p` (0 < p < 1); error below
 * 0.0005. Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23.
 */
export function normalQuantile(p: number): number {
  const tail = Math.max(1e-9, Math.min(p, 1 - p));
  const t = Math.sqrt(-2 * Math.log(tail));
  const above =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return p < 0.5 ? -above : above;
}

/** Evenly likely draws of a standard normal: as many as asked, smallest first. */
export const normalDraws = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.round(normalQuantile((index + 0.5) / count) * 1e6) / 1e6);
