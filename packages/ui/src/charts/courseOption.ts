import type { Grain, Unit } from '@hotline-atlas/model';
import { fontFamily } from '../theme/tokens.ts';
import type { ChartOption, LineSeriesOption } from './echarts.ts';
import { type AxisOptions, apart, endLabel, line, stepAxis, valueAxis } from './lines.ts';
import { type BackgroundOptions, background } from './trendOption.ts';

type Values = readonly (number | null)[];

/** One line of a picture, a value a step. */
interface CourseLine {
  values: Values;
  color: string;
  /** Said at its end. */
  name?: string;
  bold?: boolean;
  width?: number;
  dashed?: boolean;
  /** Colours of single steps that are marked with a dot. */
  dots?: readonly (string | null)[];
}

/** Values lie between these, as a faint band. */
interface CourseBand {
  low: Values;
  high: Values;
  color: string;
  opacity: number;
}

export interface CourseOptions extends AxisOptions, BackgroundOptions {
  starts: readonly string[];
  grain: Grain;
  unit: Unit;
  lines: readonly CourseLine[];
  bands: readonly CourseBand[];
  /** The axis need not begin at zero. */
  scale?: boolean;
  /** About how many lines of the value axis. */
  ticks?: number;
  /** Room for names at the right. */
  right?: number;
}

const indexed = (values: Values): [number, number | null][] => values.map((value, index) => [index, value]);

/** A band is an invisible line at its lower end, and an area stacked on it up to the higher one. */
function bandSeries({ low, high, color, opacity }: CourseBand, at: number): LineSeriesOption[] {
  const hidden = { lineStyle: { opacity: 0 }, stack: `band ${at}`, stackStrategy: 'all' as const };
  const height = high.map((value, index) => {
    const bottom = low[index] ?? null;
    return value === null || bottom === null ? null : value - bottom;
  });
  return [
    line(indexed(low), color, hidden),
    line(indexed(height), color, { ...hidden, areaStyle: { color, opacity } }),
  ];
}

/** Pixels a name is moved so that those at the ends of lines keep apart. */
function offsetsOf(lines: readonly CourseLine[], most: number): number[] {
  const ends = lines.map(({ values, name }) =>
    name ? (values.findLast((value) => value !== null) ?? 0) : null,
  );
  return apart(ends.map((end) => end && end / most));
}

function lineSeries(
  { values, color, name, bold, width, dashed, dots }: CourseLine,
  offset: number,
): LineSeriesOption {
  const data = values.map((value, index) => ({
    value: [index, value] as [number, number | null],
    symbol: dots?.[index] ? ('circle' as const) : ('none' as const),
    itemStyle: { color: dots?.[index] ?? color },
  }));
  return {
    ...line([], color, { lineStyle: { color, width: width ?? 2, ...(dashed && { type: [4, 4] }) } }),
    data,
    showSymbol: dots !== undefined,
    symbolSize: 8,
    ...(name && { endLabel: endLabel(name, color, offset, bold ?? false) }),
  };
}

/** Lines over steps of time, with bands behind them and what happened meanwhile. */
export function courseOption(options: CourseOptions): ChartOption {
  const { lines, bands, unit, scale = unit === 'share', right = 76 } = options;
  const all = [...lines.flatMap(({ values }) => [...values]), ...bands.flatMap(({ high }) => [...high])];
  const most = Math.max(1e-9, ...all.flatMap((value) => (value === null ? [] : [Math.abs(value)])));
  const offsets = offsetsOf(lines, most);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right, top: 28, bottom: 4, containLabel: true },
    xAxis: stepAxis(options.starts, options.grain, options),
    yAxis: { ...valueAxis(most, unit, scale, options), splitNumber: options.ticks ?? 4 },
    series: [
      background(options),
      ...bands.flatMap(bandSeries),
      ...lines.map((each, at) => lineSeries(each, offsets[at] ?? 0)),
    ],
  };
}
