import type { IndicatorRule } from '@hotline-atlas/model';
import { scoringLine } from './scoringLine.ts';

const [width, height, edge] = [144, 40, 3];

/** How a rate becomes points, drawn: rates from the left, points from the foot. */
export function ScoringChart({ indicator, label }: { indicator: IndicatorRule; label: string }) {
  const corners = scoringLine(indicator);
  const x = (rate: number) => edge + rate * (width - 2 * edge);
  const y = (points: number) => height - edge - (points / indicator.weight) * (height - 2 * edge);
  const path = corners.map(({ rate, points }) => `${x(rate).toFixed(1)} ${y(points).toFixed(1)}`).join('L');
  return (
    <svg className="scoring-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="axis" d={`M${edge} ${height - edge}H${width - edge}`} />
      <path className="line" d={`M${path}`} />
    </svg>
  );
}
