import type { RateFunnel } from '@hotline-atlas/model';
import { compact } from '../format/numbers.ts';
import { fontFamily, type Palette, typeSizes } from '../theme/tokens.ts';
import type { ChartOption, LineSeriesOption } from './echarts.ts';
import { type AxisOptions, endLabel, line, valueAxis } from './lines.ts';

/** One group of a funnel plot. */
export interface FunnelPoint {
  /** How many appeals its rate rests on, above 0. */
  size: number;
  rate: number;
  /** −3 … 3: how far off, 0 for nothing beyond chance. */
  level: number;
  /** Said beside the point. */
  name?: string;
  chosen: boolean;
}

export interface FunnelOptions extends AxisOptions {
  points: readonly FunnelPoint[];
  limits: RateFunnel;
  mean: number;
  names: { mean: string; usual: string; far: string; chance: string; x: string; y: string };
}

/** Colour of a level: orange below, blue above, the stronger the further off. */
export function levelColor(level: number, palette: Palette): string {
  const side = level < 0 ? palette.hot : palette.cold;
  return level === 0 ? palette.comparator : (side[Math.min(3, Math.abs(level)) - 1] ?? palette.comparator);
}

/** Where a size lies on the axis. */
export const sizeAt = (size: number): number => Math.log10(size);

const mostTicks = 6;

/** The rates worth drawing: all points and the mean, with a little room, from one tick to another. */
function range(points: readonly FunnelPoint[], mean: number): { min: number; max: number; interval: number } {
  const rates = [mean, ...points.map(({ rate }) => rate)];
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const room = Math.max(0.005, (most - least) * 0.08);
  const interval = [0.01, 0.02, 0.05, 0.1].find((step) => most - least + 2 * room <= mostTicks * step) ?? 0.2;
  return {
    min: Math.max(0, Math.floor((least - room) / interval) * interval),
    max: Math.min(1, Math.ceil((most + room) / interval) * interval),
    interval,
  };
}

const symbolOf = ({ level }: FunnelPoint) =>
  level === 0 ? { symbol: 'circle', size: 6 } : { symbol: 'triangle', size: 9, rotate: level < 0 ? 180 : 0 };

function pointsSeries({ points, limits, palette, width }: FunnelOptions): LineSeriesOption {
  const middle = sizeAt(Math.sqrt((limits.weight[0] ?? 1) * (limits.weight.at(-1) ?? 1)));
  const data = points.map((point) => {
    const { symbol, size, rotate = 0 } = symbolOf(point);
    const color = levelColor(point.level, palette);
    const edge = point.level === 0 ? color : levelColor(3 * Math.sign(point.level), palette);
    return {
      value: [sizeAt(point.size), point.rate] as [number, number],
      symbol,
      symbolSize: point.chosen ? size + 6 : size,
      symbolRotate: rotate,
      itemStyle: {
        color: point.chosen ? palette.accent : color,
        borderColor: point.chosen ? palette.text : edge,
        borderWidth: point.chosen ? 2 : point.level === 0 ? 0 : 1,
        opacity: point.level === 0 && !point.chosen ? 0.55 : 1,
      },
      ...(point.name && {
        label: {
          show: true,
          formatter: () => point.name ?? '',
          position: sizeAt(point.size) > middle ? ('left' as const) : ('right' as const),
          color: palette.text,
          fontSize: typeSizes.small,
          fontWeight: point.chosen ? (600 as const) : (400 as const),
          width: Math.max(80, width * 0.35),
          overflow: 'truncate' as const,
          textBorderColor: palette.surface,
          textBorderWidth: 3,
        },
      }),
    };
  });
  return { ...line([], palette.comparator, { lineStyle: { opacity: 0 } }), data, showSymbol: true, z: 3 };
}

const dashes = { usual: 'solid', far: [6, 3], chance: [2, 3] } as const;

/** A pair of limits, the upper one named at its end. */
function limitSeries(
  { limits, palette }: FunnelOptions,
  values: readonly [readonly number[], readonly number[]],
  kind: keyof typeof dashes,
  name: string,
): LineSeriesOption[] {
  const color = kind === 'chance' ? palette.comparator : palette.outline;
  return values.map((rates, at) =>
    line(
      limits.weight.map((size, index) => [sizeAt(size), rates[index] ?? null]),
      color,
      {
        lineStyle: { color, width: 1, type: dashes[kind] === 'solid' ? 'solid' : [...dashes[kind]] },
        ...(at === 0 && { endLabel: endLabel(name, palette.muted, kind === 'chance' ? -12 : 0, false) }),
      },
    ),
  );
}

function meanSeries({ limits, mean, names, palette }: FunnelOptions): LineSeriesOption {
  const ends = [limits.weight[0] ?? 1, limits.weight.at(-1) ?? 1];
  return line(
    ends.map((size) => [sizeAt(size), mean]),
    palette.text,
    {
      lineStyle: { color: palette.text, width: 1 },
      endLabel: endLabel(names.mean, palette.text, 0, true),
    },
  );
}

/** Whether groups differ beyond chance, so that both kinds of limits are worth drawing. */
const hasSpread = ({ lower_95, chance_lower_95 }: RateFunnel): boolean =>
  lower_95.some((bound, at) => Math.abs(bound - (chance_lower_95[at] ?? bound)) > 0.0005);

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7];
const fewTicks = 4;

/** Powers of ten, with steps between where few would be left. */
function ticksOf(least: number, most: number): number[] {
  const within = (steps: readonly number[]) =>
    powers
      .flatMap((power) => steps.map((step) => step * power))
      .filter((size) => size >= least * 0.99 && size <= most * 1.01);
  return [[1], [1, 3]].map(within).find(({ length }) => length >= fewTicks) ?? within([1, 2, 5]);
}

/** Pixels below which the name of an axis takes two lines. */
const narrowWidth = 480;

const inTwoLines = (name: string): string => name.replace(/(, |(?=\())/, '$1\n');

/**
 * Groups by how many were asked and their rate, with the mean and the limits within which groups of a size
 * are to be expected. The
 * horizontal axis counts in powers of ten; places are `sizeAt(size)` and the rate.
 */
export function funnelOption(options: FunnelOptions): ChartOption {
  const { points, limits, mean, names, palette, language, width } = options;
  const isNarrow = width < narrowWidth;
  const sizes = limits.weight;
  const [least, most] = [sizes[0] ?? 1, sizes.at(-1) ?? 1];
  const ticks = ticksOf(least, most);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right: 84, top: 32, bottom: isNarrow ? 40 : 24, containLabel: true },
    xAxis: {
      type: 'value',
      min: sizeAt(least) - 0.05,
      max: sizeAt(most) + 0.05,
      name: isNarrow ? inTwoLines(names.x) : names.x,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: palette.muted, fontSize: typeSizes.small, lineHeight: 16 },
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.outline } },
      axisTick: { show: true, customValues: ticks.map(sizeAt), lineStyle: { color: palette.outline } },
      splitLine: { show: false },
      axisLabel: {
        customValues: ticks.map(sizeAt),
        color: palette.muted,
        fontSize: typeSizes.small,
        hideOverlap: true,
        formatter: (value: number) => compact(Math.round(10 ** value), language).replace(/\.0(?=\D)/, ''),
      },
    },
    yAxis: {
      ...valueAxis(1, 'share', true, options),
      ...range(points, mean),
      name: names.y,
      nameTextStyle: { color: palette.muted, fontSize: typeSizes.small, align: 'left' },
    },
    series: [
      ...(hasSpread(limits)
        ? limitSeries(options, [limits.chance_lower_95, limits.chance_upper_95], 'chance', names.chance)
        : []),
      ...limitSeries(options, [limits.lower_95, limits.upper_95], 'usual', names.usual),
      ...limitSeries(options, [limits.lower_998, limits.upper_998], 'far', names.far),
      meanSeries(options),
      pointsSeries(options),
    ],
  };
}
