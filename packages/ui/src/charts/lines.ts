import type { Grain, Language, Unit } from '@hotline-atlas/model';
import { niceStep } from '../answer/ranking.ts';
import { bucketTick } from '../format/dates.ts';
import { axisFormat } from '../format/numbers.ts';
import { type Palette, typeSizes } from '../theme/tokens.ts';
import type { ChartOption, LineSeriesOption } from './echarts.ts';

/** Positions along the axis with their values; gaps are null. */
export type Points = [number, number | null][];
/** A plain line without symbols. */
export const line = (data: Points, color: string, extra: LineSeriesOption = {}): LineSeriesOption => ({
  type: 'line',
  data,
  showSymbol: false,
  silent: true,
  animation: false,
  lineStyle: { color, width: 2 },
  itemStyle: { color },
  ...extra,
});

/** Dots where a value has no neighbours, for a line draws nothing there. */
export function lonePoints(data: Points, color: string): LineSeriesOption[] {
  const valueAt = (at: number) => data[at]?.[1] ?? null;
  const lone = data.map(([x, value], at): Points[number] => [
    x,
    valueAt(at - 1) === null && valueAt(at + 1) === null ? value : null,
  ]);
  if (lone.every(([, value]) => value === null)) return [];
  return [
    line(lone, color, { lineStyle: { opacity: 0 }, showSymbol: true, symbol: 'circle', symbolSize: 6 }),
  ];
}

/** The name of a line at its end. */
export const endLabel = (
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

/** Buckets from tick to tick that keep to the same months of a year, or the same days of a week. */
const evenSteps: Partial<Record<Grain, readonly number[]>> = {
  hour: [1, 3, 6, 12, 24],
  day: [1, 2, 7, 14, 28],
  week: [1, 2, 4, 13, 26, 52],
  month: [1, 2, 3, 4, 6, 12, 24, 36],
  quarter: [1, 2, 4, 8],
};

/** Pixels the smallest picture is high, and a line of text. */
const plotHeight = 150;
const textHeight = 14;

/**
 * How far down names are moved so that no two lie on each other, the highest first.
 * @param ends of the lines, as shares of the height; null where a line has no name
 * @returns pixels; the picture is taken to be a small one, which a larger one only moves further apart
 */
export function apart(ends: readonly (number | null)[]): number[] {
  const offsets = ends.map(() => 0);
  const order = [...ends.keys()]
    .filter((at) => ends[at] !== null)
    .sort((a, b) => (ends[b] ?? 0) - (ends[a] ?? 0));
  let free = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    const own = -(ends[at] ?? 0) * plotHeight;
    const put = Math.max(own, free);
    offsets[at] = Math.round(put - own);
    free = put + textHeight;
  }
  return offsets;
}

/** As many ticks as fit, always at the beginnings of buckets. */
export function tickPositions(length: number, width: number, grain: Grain): number[] {
  const fits = Math.max(1, Math.ceil(length / Math.max(2, Math.floor(width / 64))));
  const step = evenSteps[grain]?.find((each) => each >= fits) ?? fits;
  return Array.from({ length: Math.ceil(length / step) }, (_, at) => at * step);
}

function tickLabel(start: string, before: string, grain: Grain, language: Language): string {
  if (start === '') return '';
  const tick = bucketTick(start, grain, language);
  const year = start.slice(0, 4);
  return year !== before.slice(0, 4) && grain !== 'year' ? `${tick}\n${year}` : tick;
}

/** What axes are drawn with. */
export interface AxisOptions {
  palette: Palette;
  language: Language;
  /** Pixels to draw in, for as many labels as fit. */
  width: number;
}

/** An axis of steps of time, each at its index. */
export function stepAxis(
  starts: readonly string[],
  grain: Grain,
  { palette, language, width }: AxisOptions,
): NonNullable<ChartOption['xAxis']> {
  const ticks = tickPositions(starts.length, width, grain);
  return {
    type: 'time',
    min: -0.5,
    max: starts.length - 0.5,
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
        const before = starts[ticks[at - 1] ?? -1] ?? '';
        return at < 0 ? '' : tickLabel(starts[Math.round(value)] ?? '', before, grain, language);
      },
    },
  };
}

/** The ends of an axis of shares: from one tick to another, and never below nothing or above all. */
export function shareRange(least: number, most: number): { min: number; max: number } {
  const step = niceStep((most - least) / 4 || 0.01);
  // Steps are decimal fractions, which binary ones only come near to.
  const at = (steps: number) => Number((steps * step).toFixed(6));
  const [low, high] = [Math.floor(least / step + 1e-6), Math.ceil(most / step - 1e-6)];
  return {
    min: Math.max(0, at(low === high ? low - 1 : low)),
    max: Math.min(1, at(low === high ? high + 1 : high)),
  };
}

/** An axis of values in one unit, its lines hairlines; counts are counted in whole numbers. */
export const valueAxis = (
  most: number,
  unit: Unit,
  scale: boolean,
  { palette, language }: AxisOptions,
): NonNullable<ChartOption['yAxis']> => ({
  type: 'value',
  scale,
  splitNumber: 4,
  ...(unit === 'count' && { minInterval: 1 }),
  ...(unit === 'share' &&
    scale && {
      min: ({ min, max }: { min: number; max: number }) => shareRange(min, max).min,
      max: ({ min, max }: { min: number; max: number }) => shareRange(min, max).max,
    }),
  axisLabel: {
    color: palette.muted,
    fontSize: typeSizes.small,
    formatter: axisFormat(most, unit, language),
  },
  splitLine: { lineStyle: { color: palette.border } },
});
