import { inLanguage, type Period, type Trend } from '@hotline-atlas/model';
import { type CourseOptions, courseOption } from '@hotline-atlas/ui/charts/courseOption.ts';
import type { ChartOption } from '@hotline-atlas/ui/charts/echarts.ts';
import { bandsOn, marksOn, notesOn, withoutOverlaps } from '@hotline-atlas/ui/charts/trendMarks.ts';
import type { Screen } from '../../screen/screen.ts';
import type { TrendWords } from './words.ts';

export type Drawn = Pick<Screen, 'palette' | 'language'> & {
  /** What people wrote on days. */
  notes?: readonly Period[];
};
type Values = (number | null)[];

/** A step of the history, or of the forecast after it. */
export interface CoursePoint {
  start: string;
  value: number | null;
  state: Trend['series']['state'][number] | 'forecast';
  trend: number | null;
  mean: number | null;
  low: number | null;
  high: number | null;
  unusual: boolean;
}

/** History and forecast on one axis; the forecast with its widest interval. */
export function pointsOf({ series, forecast }: Trend): CoursePoint[] {
  const history = series.start.map(
    (start, at): CoursePoint => ({
      start,
      value: series.value[at] ?? null,
      state: series.state[at] ?? 'missing',
      trend: series.trend[at] ?? null,
      mean: null,
      low: null,
      high: null,
      unusual: series.unusual[at] ?? false,
    }),
  );
  const known = new Set(series.start);
  const widest = forecast?.intervals.reduce((a, b) => (b.level > a.level ? b : a));
  const ahead = (forecast?.start ?? []).map(
    (start, at): CoursePoint => ({
      start,
      value: null,
      state: 'forecast',
      trend: null,
      mean: forecast?.mean[at] ?? null,
      low: widest?.lower[at] ?? null,
      high: widest?.upper[at] ?? null,
      unusual: false,
    }),
  );
  return [
    ...history.filter(({ start }) => !ahead.some((each) => each.start === start && known.has(start))),
    ...ahead,
  ];
}

/** The fan begins where the history ends, so that the two hang together. */
function joined(points: readonly CoursePoint[], read: (point: CoursePoint) => number | null): Values {
  const last = points.findLastIndex(({ state, value }) => state === 'complete' && value !== null);
  return points.map((point, at) => (at === last ? point.value : read(point)));
}

/** What stands around the lines of one axis. */
function surroundings(answer: Trend, starts: string[], width: number, { palette, language, notes }: Drawn) {
  const { grain } = answer.meta;
  const named = answer.marks.map((mark) => ({ ...mark, label: inLanguage(mark.label, language) }));
  return {
    palette,
    language,
    width,
    span: null,
    regimes: bandsOn(
      named.filter(({ kind }) => kind === 'regime'),
      starts,
      grain,
    ),
    holidays: [],
    notes: notesOn(notes ?? [], starts, grain),
    marks: withoutOverlaps(
      marksOn(
        named.filter(({ kind }) => kind === 'annotation').map(({ from, label }) => ({ date: from, label })),
        starts,
        grain,
      ),
      starts.length,
      width - 140,
    ),
    starts,
    grain,
    unit: answer.meta.unit,
  } satisfies Partial<CourseOptions>;
}

function fan(points: readonly CoursePoint[], { forecast }: Trend, color: string): CourseOptions['bands'] {
  const ahead = new Map(forecast?.start.map((start, at) => [start, at]));
  return (forecast?.intervals ?? []).map(({ lower, upper }) => {
    const at = (values: readonly number[]) =>
      joined(points, ({ start }) => {
        const index = ahead.get(start);
        return index === undefined ? null : (values[index] ?? null);
      });
    return { low: at(lower), high: at(upper), color, opacity: 0.15 };
  });
}

/** The history, its trend, what is unusual in it, and the forecast as a fan. */
export function trendCourse(answer: Trend, words: TrendWords, width: number, drawn: Drawn): ChartOption {
  const { palette } = drawn;
  const points = pointsOf(answer);
  const starts = points.map(({ start }) => start);
  const hasForecast = answer.forecast !== null;
  return courseOption({
    ...surroundings(answer, starts, width, drawn),
    bands: fan(points, answer, palette.accent),
    lines: [
      {
        values: points.map(({ trend }) => trend),
        color: palette.comparator,
        ...(!hasForecast && { name: words.trend }),
        width: 2,
      },
      {
        values: points.map(({ value, state }) => (state === 'incomplete' ? null : value)),
        color: palette.accent,
        width: answer.meta.grain === 'day' ? 1 : 2,
        dots: points.map(({ unusual }) => (unusual ? palette.hot[2] : null)),
        ...(!hasForecast && { name: words.actual, bold: true }),
      },
      ...(hasForecast
        ? [
            {
              values: joined(points, ({ mean }) => mean),
              color: palette.accent,
              name: words.forecast,
              bold: true,
              dashed: true,
            },
          ]
        : []),
    ],
  });
}

/** One part of the series around its zero line. */
export function partCourse(
  answer: Trend,
  part: 'seasonal' | 'remainder',
  width: number,
  drawn: Drawn,
): ChartOption {
  const { series, meta } = answer;
  const { palette } = drawn;
  const dots = series.unusual.map((unusual) => (unusual ? palette.hot[2] : null));
  return courseOption({
    ...surroundings({ ...answer, marks: [] }, series.start, width, drawn),
    right: 16,
    ticks: 2,
    bands: [],
    scale: false,
    lines: [
      {
        values: series[part],
        color: part === 'seasonal' ? palette.accent : palette.comparator,
        width: meta.grain === 'day' ? 1 : 1.5,
        ...(part === 'remainder' && { dots }),
      },
    ],
  });
}
