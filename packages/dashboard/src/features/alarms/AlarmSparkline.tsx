import type { Alarm } from '@hotline-atlas/model';
import { useScreen } from '../../screen/screen.ts';

const width = 132;
const height = 32;

/** The course of an alarm, 32 pixels high: counts, what was expected, and from where on it alarms. */
export function AlarmSparkline({ series }: { series: Alarm['series'] }) {
  const { palette } = useScreen();
  const { count, expected, threshold } = series;
  const most = Math.max(
    1,
    ...count.map((value) => value ?? 0),
    ...expected.map((value) => value ?? 0),
    ...threshold.map((value) => value ?? 0),
  );
  const x = (index: number) => 3 + (index / Math.max(1, count.length - 1)) * (width - 6);
  const y = (value: number) => height - 3 - (value / most) * (height - 6);
  const path = (values: readonly (number | null)[]) =>
    values
      .flatMap((value, index) => {
        if (value === null) return [];
        const starts = (values[index - 1] ?? null) === null;
        return [`${starts ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`];
      })
      .join('');
  const last = count.length - 1;
  return (
    <svg
      className="alarm-course"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={path(threshold)} fill="none" stroke={palette.comparator} strokeDasharray="3 2" />
      <path d={path(expected)} fill="none" stroke={palette.comparator} />
      <path d={path(count)} fill="none" stroke={palette.accent} strokeWidth="1.5" />
      {last >= 0 && <circle cx={x(last)} cy={y(count[last] ?? 0)} r="3" fill={palette.hot[2]} />}
    </svg>
  );
}
