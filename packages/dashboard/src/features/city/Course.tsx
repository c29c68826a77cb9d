import type { CSSProperties } from 'react';
import type { CoursePoint, Scale } from './tiles.ts';

const [width, height, edge] = [120, 32, 2];

const kept = (value: number): number => Math.min(1, Math.max(0, value));

/** Straight pieces through the values; a month without one is a gap. */
function pathOf(values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number) {
  return values
    .flatMap((value, at) => {
      if (value === null) return [];
      const starts = (values[at - 1] ?? null) === null;
      return [`${starts ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`];
    })
    .join('');
}

/** The band of the intervals, one piece for each unbroken run of months. */
function bandOf(points: readonly CoursePoint[], x: (at: number) => number, y: (value: number) => number) {
  const runs: number[][] = [];
  points.forEach(({ interval }, at) => {
    if (!interval) return;
    const last = runs.at(-1);
    if (last && last.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  });
  return runs
    .map((run) => {
      const side = (bound: 'lower' | 'upper') => (at: number) =>
        `${x(at).toFixed(1)} ${y(points[at]?.interval?.[bound] ?? 0).toFixed(1)}`;
      return `M${[...run.map(side('upper')), ...run.map(side('lower')).reverse()].join('L')}Z`;
    })
    .join('');
}

interface CourseProps {
  points: readonly CoursePoint[];
  scale: Scale;
  /** Both ends of the scale, as they are written beside it. */
  ends: { low: string; high: string };
  label: string;
}

/** The line of thirteen months with the ends of its scale; hollow where it will still move. */
export function Course({ points, scale, ends, label }: CourseProps) {
  const { low, high } = scale;
  const part = (value: number) => kept((value - low) / (high - low || 1));
  const x = (at: number) => edge + (at / Math.max(1, points.length - 1)) * (width - 2 * edge);
  const y = (value: number) => height - edge - part(value) * (height - 2 * edge);
  const values = points.map(({ value }) => value);
  const last = points.at(-1);
  return (
    <span className="city-course">
      <span className="city-course-line" role="img" aria-label={label}>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="band" d={bandOf(points, x, y)} />
          <path className="line" d={pathOf(values, x, y)} />
        </svg>
        {last && last.value !== null && (
          <i
            className={`city-course-end ${last.provisional ? 'hollow' : ''}`}
            style={{ '--at': `${((y(last.value) / height) * 100).toFixed(1)}%` } as CSSProperties}
          />
        )}
      </span>
      <span className="city-course-ends" aria-hidden="true">
        <span>{ends.high}</span>
        <span>{ends.low}</span>
      </span>
    </span>
  );
}
