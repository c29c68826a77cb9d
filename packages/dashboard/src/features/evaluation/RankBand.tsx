import type { CSSProperties } from 'react';
import type { MonthRow } from './rows.ts';
import { rankBand } from './scales.ts';

/** The ranks a unit may truly have, as a band, with a thick line at the one of this month. */
export function RankBand({ row, ranked }: { row: MonthRow; ranked: number }) {
  const band = rankBand(row, ranked);
  if (!band) return null;
  const style = {
    '--from': `${band.from.toFixed(2)}%`,
    '--wide': `${band.width.toFixed(2)}%`,
    '--at': `${band.at.toFixed(2)}%`,
  } as CSSProperties;
  return <span className="rank-band" style={style} aria-hidden="true" />;
}
