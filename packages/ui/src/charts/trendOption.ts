import { type Language, metricOf } from '@hotline-atlas/model';
import type { Trend, TrendPoint } from '../answer/trend.ts';
import { fontFamily, type Palette, typeSizes } from '../theme/tokens.ts';
import type { ChartOption, LineSeriesOption } from './echarts.ts';
import { endLabel, line, lonePoints, type Points, stepAxis, valueAxis } from './lines.ts';
import type { Band, Mark, NoteMark } from './trendMarks.ts';

export interface TrendOptions {
  palette: Palette;
  language: Language;
  /** What the lines are called at their ends. */
  name: string;
  nameBefore: string | null;
  span: Band | null;
  regimes: readonly Band[];
  holidays: readonly Band[];
  marks: readonly Mark[];
  /** What people wrote on days; told apart from the marks of the city. */
  notes: readonly NoteMark[];
  /** Pixels to draw in, for as many labels as fit. */
  width: number;
}

const points = (trend: Trend, value: (point: TrendPoint) => number | null): Points =>
  trend.points.map((point, index) => [index, value(point)]);

/** What a line may join: a rate of too few cases is no step of a course. */
const readable = (point: TrendPoint) => (point.tooFew ? null : point.value);

/** Days of it are to come, or its figure will still move. */
const isOpen = ({ incomplete, provisional }: TrendPoint): boolean => incomplete || provisional;

/** Complete buckets, with their neighbours' ends left to the dashed line. */
const complete = (point: TrendPoint) => (isOpen(point) ? null : readable(point));

function dashed(trend: Trend): Points {
  const near = (index: number) =>
    [index - 1, index, index + 1].some((each) => {
      const point = trend.points[each];
      return point !== undefined && isOpen(point);
    });
  return trend.points.map((point, index) => [index, near(index) ? readable(point) : null]);
}

const lastValue = (data: Points) => data.findLast(([, value]) => value !== null)?.[1] ?? null;

/** Keeps the two names at the line ends apart. */
function labelOffsets(trend: Trend): [number, number] {
  const [now, before] = [lastValue(points(trend, (p) => p.value)), lastValue(points(trend, (p) => p.before))];
  const values = trend.points.flatMap(({ value, before: was }) => [value ?? 0, was ?? 0]);
  const range = Math.max(...values) - (metricOf(trend.metric).unit === 'share' ? Math.min(...values) : 0);
  if (now === null || before === null || Math.abs(now - before) > range * 0.08) return [0, 0];
  return now >= before ? [-8, 8] : [8, -8];
}

/** Rates of too few cases, each for itself and in grey. */
function fewPoints(trend: Trend, palette: Palette): LineSeriesOption[] {
  const data = points(trend, (point) => (point.tooFew ? point.value : null));
  if (data.every(([, value]) => value === null)) return [];
  return [
    line(data, palette.faint, {
      lineStyle: { opacity: 0 },
      showSymbol: true,
      symbol: 'circle',
      symbolSize: 4,
      itemStyle: { color: palette.faint, opacity: 0.7 },
    }),
  ];
}

/**
 * The interval of each share as a faint band: an invisible line at its lower end, an area from there to the
 * upper.
 */
function intervalBand(trend: Trend, palette: Palette): LineSeriesOption[] {
  if (!trend.points.some(({ interval }) => interval)) return [];
  const hidden = { lineStyle: { opacity: 0 }, stack: 'interval' };
  const height = ({ interval, tooFew }: TrendPoint) =>
    interval && !tooFew ? interval.upper - interval.lower : null;
  return [
    line(
      points(trend, ({ interval, tooFew }) => (tooFew ? null : (interval?.lower ?? null))),
      palette.accent,
      hidden,
    ),
    line(points(trend, height), palette.accent, {
      ...hidden,
      areaStyle: { color: palette.accent, opacity: 0.15 },
    }),
  ];
}

type MarkAreaPair = NonNullable<NonNullable<LineSeriesOption['markArea']>['data']>[number];
const area = ({ from, to, label }: Band, color: string, opacity: number, textColor: string): MarkAreaPair => [
  {
    name: label,
    xAxis: from,
    itemStyle: { color, opacity },
    label: {
      show: label !== '',
      color: textColor,
      fontSize: typeSizes.small,
      position: 'insideTop' as const,
    },
  },
  { xAxis: to },
];

/** What stands behind lines. */
export type BackgroundOptions = Pick<
  TrendOptions,
  'palette' | 'span' | 'regimes' | 'holidays' | 'marks' | 'notes'
>;

/** The number of a note on its line, inside the picture: the names of the city's dates stand above it. */
const noteBadge = (number: number, palette: Palette) => ({
  show: true,
  formatter: () => String(number),
  color: palette.onAccent,
  backgroundColor: palette.accent,
  borderRadius: 8,
  padding: [2, 5] as [number, number],
  fontSize: typeSizes.small,
  position: 'end' as const,
  distance: -16,
});

/** Behind the lines: regimes, holidays, the chosen days; and policy dates as thin uprights. */
export function background(options: BackgroundOptions): LineSeriesOption {
  const { palette, span, regimes, holidays, marks, notes } = options;
  const areas = [
    ...regimes.map((band) => area(band, palette.regime, 1, palette.muted)),
    ...holidays.map((band) => area({ ...band, label: '' }, palette.holiday, 1, palette.muted)),
    ...(span ? [area(span, palette.accent, 0.16, palette.text)] : []),
    ...notes.map((note) => area({ ...note, label: '' }, palette.accent, 0.1, palette.text)),
  ];
  return {
    type: 'line',
    data: [],
    silent: true,
    animation: false,
    markArea: { silent: true, animation: false, data: areas },
    markLine: {
      silent: true,
      animation: false,
      symbol: 'none',
      lineStyle: { color: palette.outline, width: 1, type: [2, 3] },
      data: [
        ...notes.map(({ from, number }) => ({
          xAxis: from,
          lineStyle: { color: palette.accent, width: 1.5, type: 'solid' as const },
          label: noteBadge(number, palette),
        })),
        ...marks.map(({ at, label, align }) => ({
          xAxis: at,
          label: {
            show: label !== '',
            formatter: () => label,
            color: palette.muted,
            fontSize: typeSizes.small,
            distance: 2,
            position: 'end' as const,
            align,
          },
        })),
      ],
    },
  };
}

/** A metric over time with its comparator, its uncertainty and what happened meanwhile. */
export function trendOption(trend: Trend, options: TrendOptions): ChartOption {
  const { palette } = options;
  const { unit } = metricOf(trend.metric);
  const [offset, offsetBefore] = labelOffsets(trend);
  const before = points(trend, (point) => point.before);
  const most = Math.max(...trend.points.flatMap(({ value, before: was }) => [value ?? 0, was ?? 0]));
  const hasIncomplete = trend.points.some(isOpen);
  const mainLabel = endLabel(options.name, palette.accent, offset, true);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right: 76, top: 28, bottom: 4, containLabel: true },
    xAxis: stepAxis(
      trend.points.map(({ code }) => code),
      trend.grain,
      options,
    ),
    yAxis: valueAxis(most, unit, unit === 'share', options),
    series: [
      background(options),
      ...(options.nameBefore
        ? [
            line(before, palette.comparator, {
              lineStyle: { color: palette.comparator, width: 1.25 },
              endLabel: endLabel(options.nameBefore, palette.muted, offsetBefore, false),
            }),
          ]
        : []),
      ...intervalBand(trend, palette),
      ...fewPoints(trend, palette),
      line(points(trend, complete), palette.accent, {
        ...(!hasIncomplete && { endLabel: mainLabel }),
      }),
      ...(hasIncomplete
        ? [
            line(dashed(trend), palette.accent, {
              lineStyle: { color: palette.accent, width: 2, type: [4, 4] },
              endLabel: mainLabel,
            }),
          ]
        : []),
      ...(options.nameBefore ? lonePoints(before, palette.comparator) : []),
      ...lonePoints(points(trend, readable), palette.accent),
    ],
  };
}
