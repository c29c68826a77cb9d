import { levelColor } from '@hotline-atlas/ui/charts/funnelOption.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import type { RateRow } from './rateRows.ts';
import { rateWords } from './words.ts';

const levels = [-3, -2, -1, 0, 1, 2, 3] as const;

/** What the points say, those that occur, from the lowest to the highest. */
export function RateLegend({ rows }: { rows: readonly RateRow[] }) {
  const { palette } = useScreen();
  const words = useWords(rateWords);
  const occurring = levels.filter((level) => rows.some((row) => row.level === level));
  return (
    <ul className="rate-legend">
      {occurring.map((level) => (
        <li key={level}>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            {level === 0 ? (
              <circle r="3.5" fill={palette.comparator} />
            ) : (
              <path
                d={level < 0 ? 'M-5,-4H5L0,5Z' : 'M-5,4H5L0,-5Z'}
                fill={levelColor(level, palette)}
                stroke={levelColor(3 * Math.sign(level), palette)}
              />
            )}
          </svg>
          {words.levels[String(level)]} ({rows.filter((row) => row.level === level).length})
        </li>
      ))}
    </ul>
  );
}
