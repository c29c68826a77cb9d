import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { type CoursePoint, piecesOf, type Scale } from './courseRows.ts';

export interface CourseChartProps {
  points: readonly CoursePoint[];
  /** Places at which other rules begin. */
  breaks: readonly number[];
  scale: Scale;
  /** Whether the low end stands on top, as of ranks. */
  isReversed?: boolean;
  height: number;
  /** The month that is marked. */
  at: number | null;
}

const edge = 6;

interface Axes {
  x: (at: number) => number;
  y: (value: number) => number;
}

function axesOf({ points, scale, isReversed, height }: CourseChartProps, width: number): Axes {
  const { low, high } = scale;
  const part = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low)));
  return {
    x: (at) => edge + (at / Math.max(1, points.length - 1)) * (width - 2 * edge),
    y: (value) => edge + (isReversed ? part(value) : 1 - part(value)) * (height - 2 * edge),
  };
}

const spot = ({ x, y }: Axes, at: number, value: number) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;

/** The band of the intervals of a piece; a piece of one month is as wide as a dot. */
function bandOf(points: readonly CoursePoint[], piece: readonly number[], axes: Axes): string {
  const known = piece.filter((at) => points[at]?.lower != null && points[at]?.upper != null);
  if (known.length === 0) return '';
  const side = (bound: 'lower' | 'upper') => (at: number) => spot(axes, at, points[at]?.[bound] ?? 0);
  if (known.length === 1) {
    const [only = 0] = known;
    const [left, right] = [axes.x(only) - 4, axes.x(only) + 4];
    const [top, foot] = [axes.y(points[only]?.upper ?? 0), axes.y(points[only]?.lower ?? 0)];
    return `M${left} ${top}H${right}V${foot}H${left}Z`;
  }
  return `M${[...known.map(side('upper')), ...known.map(side('lower')).reverse()].join('L')}Z`;
}

/** Bands, lines and dots of one line; hollow where it is provisional. */
function Line({
  points,
  breaks,
  axes,
}: {
  points: readonly CoursePoint[];
  breaks: readonly number[];
  axes: Axes;
}) {
  const pieces = piecesOf(points, breaks);
  const path = pieces
    .map((piece) => `M${piece.map((at) => spot(axes, at, points[at]?.value ?? 0)).join('L')}`)
    .join('');
  return (
    <>
      {pieces.map((piece) => (
        <path key={piece[0]} className="band" d={bandOf(points, piece, axes)} />
      ))}
      <path className="line" d={path} />
      {pieces.flat().map((at) => (
        <circle
          key={at}
          className={points[at]?.provisional ? 'dot hollow' : 'dot'}
          cx={axes.x(at)}
          cy={axes.y(points[at]?.value ?? 0)}
          r={points[at]?.provisional ? 3.5 : 2.5}
        />
      ))}
    </>
  );
}

/** A line over months with the band of its interval. Other rules break it, at a dashed line. */
export function CourseChart(props: CourseChartProps) {
  const { host, width } = useWidth(320);
  const { points, breaks, height, at } = props;
  const axes = axesOf(props, width);
  return (
    <div className="months-chart" ref={host}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        {at !== null && <path className="at" d={`M${axes.x(at)} 0V${height}`} />}
        {breaks.map((each) => (
          <path key={each} className="rules" d={`M${(axes.x(each) + axes.x(each - 1)) / 2} 0V${height}`} />
        ))}
        <Line points={points} breaks={breaks} axes={axes} />
      </svg>
    </div>
  );
}
