import type { EvaluationCourse } from '@hotline-atlas/model';

/** A month of a unit; null where it had no score. */
export interface CoursePoint {
  month: string;
  score: number | null;
  lower: number | null;
  upper: number | null;
  provisional: boolean;
}

/** The months of a unit, oldest first. */
export function courseOf({ months, units }: EvaluationCourse, code: string): CoursePoint[] {
  const unit = units.find((each) => each.unit === code);
  if (!unit) return [];
  return months.map(({ month, provisional }, at) => ({
    ...{ month, provisional },
    score: unit.score[at] ?? null,
    lower: unit.score_lower[at] ?? null,
    upper: unit.score_upper[at] ?? null,
  }));
}

interface CoursePaths {
  low: number;
  high: number;
  bands: readonly string[];
  lines: readonly string[];
  dots: readonly { x: number; y: number; provisional: boolean; text: string }[];
}

/** Runs of neighbouring months that have a score. */
function runsOf(points: readonly CoursePoint[]): (readonly [at: number, point: CoursePoint])[][] {
  const runs: (readonly [number, CoursePoint])[][] = [];
  for (const [at, point] of points.entries()) {
    if (point.score === null) continue;
    const last = runs.at(-1);
    if (last?.at(-1)?.[0] === at - 1) last.push([at, point]);
    else runs.push([[at, point]]);
  }
  return runs;
}

/** A course as paths; null where no month has a score. Months without one part the line. */
export function coursePaths(
  points: readonly CoursePoint[],
  width: number,
  height: number,
): CoursePaths | null {
  const values = points.flatMap(({ score, lower, upper }) => [score, lower, upper]).filter((v) => v !== null);
  if (values.length === 0) return null;
  const [low, high] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  const x = (at: number) => Number((6 + (at / Math.max(1, points.length - 1)) * (width - 12)).toFixed(1));
  const y = (value: number) =>
    Number((height - 5 - ((value - low) / (high - low || 1)) * (height - 10)).toFixed(1));
  const path = (places: readonly (readonly [number, number])[]) =>
    places.map(([at, value], index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('');
  const runs = runsOf(points);
  const edge = (of: 'lower' | 'upper') => (run: (typeof runs)[number]) =>
    run.map(([at, point]) => [at, point[of] ?? point.score ?? 0] as const);
  return {
    ...{ low, high },
    bands: runs.map((run) => `${path([...edge('upper')(run), ...edge('lower')(run).reverse()])}Z`),
    lines: runs.map((run) => path(run.map(([at, { score }]) => [at, score ?? 0] as const))),
    dots: runs.flat().map(([at, { month, score, provisional }]) => ({
      ...{ x: x(at), y: y(score ?? 0), provisional },
      text: `${month}: ${score}`,
    })),
  };
}
