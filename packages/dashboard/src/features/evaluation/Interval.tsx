import type { CSSProperties } from 'react';
import type { RateOfRow } from './rows.ts';
import { placeOn, type RateScale } from './scales.ts';

interface IntervalProps {
  rate: RateOfRow;
  scale: RateScale;
  /** Too few to read. */
  few: boolean;
  /** It will still move. */
  provisional: boolean;
}

const rounded = (value: number): string => `${value.toFixed(1)}%`;

/**
 * A rate as a dot on its interval; all rows share the scale, and a thin line stands at the rate of all. One
 * element, drawn by the style sheet: there are hundreds of them.
 */
export function Interval({ rate, scale, few, provisional }: IntervalProps) {
  if (rate.rate === null) return null;
  const [lower, upper] = [rate.lower ?? rate.rate, rate.upper ?? rate.rate];
  const style = {
    '--v': rounded(placeOn(scale, rate.rate)),
    '--lo': rounded(placeOn(scale, lower)),
    '--hi': rounded(placeOn(scale, upper)),
    '--ref': rounded(placeOn(scale, scale.whole ?? scale.low)),
  } as CSSProperties;
  const classes = [
    'interval',
    few && 'few',
    provisional && 'hollow',
    lower < scale.low && 'cut',
    rate.rate < scale.low && 'outside',
  ];
  return <span className={classes.filter(Boolean).join(' ')} style={style} aria-hidden="true" />;
}
