import { type Language, metricOf } from '@hotline-atlas/model';
import { bucketTick } from '../format/dates.ts';
import { axisFormat } from '../format/numbers.ts';
import { fontFamily, type Palette, typeSizes } from '../theme/tokens.ts';
import type { ChartOption, LineSeriesOption } from './echarts.ts';
import type { Band, Mark } from './trendMarks.ts';
import type { Trend, TrendPoint } from './trendTable.ts';

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
  /** Pixels to draw in, for as many labels as fit. */
  width: number;
}

type Points = [number, number | null][];
const points = (trend: Trend, value: (point: TrendPoint) => number | null): Points =>
  trend.points.map((point, index) => [index, value(point)]);

const line = (data: Points, color: string, extra: LineSeriesOption = {}): LineSeriesOption => ({
  type: 'line',
  data,
  showSymbol: false,
  silent: true,
  animation: false,
  lineStyle: { color, width: 2 },
  itemStyle: { color },
  ...extra,
});

/** Complete buckets, with their neighbours' ends left to the dashed line. */
const complete = (point: TrendPoint) => (point.incomplete ? null : point.value);

function dashed(trend: Trend): Points {
  const near = (index: number) =>
    [index - 1, index, index + 1].some((each) => trend.points[each]?.incomplete);
  return trend.points.map((point, index) => [index, near(index) ? point.value : null]);
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

const endLabel = (
  name: string,
  color: string,
  offset: number,
  bold: boolean,
): NonNullable<LineSeriesOption['endLabel']> => ({
  show: true,
  formatter: () => name,
  color,
  fontSize: typeSizes.small,
  fontWeight: bold ? 600 : 400,
  distance: 6,
  offset: [0, offset],
});

/** The interval of each share as a faint band: an invisible line at its lower end, an area from there to the upper. */
function intervalBand(trend: Trend, palette: Palette): LineSeriesOption[] {
  if (!trend.points.some(({ interval }) => interval)) return [];
  const hidden = { lineStyle: { opacity: 0 }, stack: 'interval' };
  const height = ({ interval }: TrendPoint) => (interval ? interval.high - interval.low : null);
  return [
    line(
      points(trend, ({ interval }) => interval?.low ?? null),
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

/** Behind the lines: regimes, holidays, the chosen days; and policy dates as thin uprights. */
function background(options: TrendOptions): LineSeriesOption {
  const { palette, span, regimes, holidays, marks } = options;
  const areas = [
    ...regimes.map((band) => area(band, palette.regime, 1, palette.muted)),
    ...holidays.map((band) => area({ ...band, label: '' }, palette.holiday, 1, palette.muted)),
    ...(span ? [area(span, palette.accent, 0.16, palette.text)] : []),
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
      data: marks.map(({ at, label, align }) => ({
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
    },
  };
}

/** As many ticks as fit, always at the beginnings of buckets. */
function tickPositions(length: number, width: number): number[] {
  const step = Math.max(1, Math.ceil(length / Math.max(2, Math.floor(width / 64))));
  return Array.from({ length: Math.ceil(length / step) }, (_, at) => at * step);
}

function tickLabel(trend: Trend, index: number, previous: number | null, language: Language): string {
  const start = trend.points[index]?.code ?? '';
  if (start === '') return '';
  const tick = bucketTick(start, trend.grain, language);
  const year = start.slice(0, 4);
  const yearBefore = previous === null ? '' : trend.points[previous]?.code.slice(0, 4);
  return year !== yearBefore && trend.grain !== 'year' ? `${tick}\n${year}` : tick;
}

function horizontal(
  trend: Trend,
  { palette, language, width }: TrendOptions,
): NonNullable<ChartOption['xAxis']> {
  const ticks = tickPositions(trend.points.length, width);
  return {
    type: 'time',
    min: -0.5,
    max: trend.points.length - 0.5,
    axisLine: { lineStyle: { color: palette.outline } },
    axisTick: { customValues: ticks, length: 4, lineStyle: { color: palette.outline } },
    splitLine: { show: false },
    axisLabel: {
      customValues: ticks,
      color: palette.muted,
      fontSize: typeSizes.small,
      lineHeight: 16,
      hideOverlap: true,
      formatter: (value: number) => {
        const at = ticks.indexOf(Math.round(value));
        return at < 0
          ? ''
          : tickLabel(trend, Math.round(value), at === 0 ? null : (ticks[at - 1] ?? null), language);
      },
    },
  };
}

/** A metric over time with its comparator, its uncertainty and what happened meanwhile. */
export function trendOption(trend: Trend, options: TrendOptions): ChartOption {
  const { palette, language } = options;
  const { unit } = metricOf(trend.metric);
  const [offset, offsetBefore] = labelOffsets(trend);
  const before = points(trend, (point) => point.before);
  const most = Math.max(...trend.points.flatMap(({ value, before: was }) => [value ?? 0, was ?? 0]));
  const hasIncomplete = trend.points.some(({ incomplete }) => incomplete);
  const mainLabel = endLabel(options.name, palette.accent, offset, true);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right: 76, top: 28, bottom: 4, containLabel: true },
    xAxis: horizontal(trend, options),
    yAxis: {
      type: 'value',
      scale: unit === 'share',
      splitNumber: 4,
      axisLabel: {
        color: palette.muted,
        fontSize: typeSizes.small,
        formatter: axisFormat(most, unit, language),
      },
      splitLine: { lineStyle: { color: palette.border } },
    },
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
      line(points(trend, complete), palette.accent, {
        showSymbol: trend.points.length < 3,
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
    ],
  };
}
