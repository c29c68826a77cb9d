import type { CSSProperties } from 'react';

interface ShareIntervalProps {
  rate: number | null;
  lower: number | null;
  upper: number | null;
  /** Where the scale begins; it ends at 1. */
  low: number;
  /** The rate of all together, drawn as a thin line. */
  whole: number | null;
}

/** A rate as a dot on its interval, on the scale of its column. */
export function ShareInterval({ rate, lower, upper, low, whole }: ShareIntervalProps) {
  if (rate === null) return null;
  const place = (value: number) =>
    `${(Math.min(1, Math.max(0, (value - low) / (1 - low || 1))) * 100).toFixed(1)}%`;
  const style = {
    '--v': place(rate),
    '--lo': place(lower ?? rate),
    '--hi': place(upper ?? rate),
    '--ref': place(whole ?? low),
  } as CSSProperties;
  const isCut = lower !== null && lower < low;
  return <span className={`share-interval ${isCut ? 'cut' : ''}`} style={style} aria-hidden="true" />;
}
