import { type ReactNode, useEffect, useRef, useState } from 'react';
import { onPrinting } from '../kit/printing.ts';
import { type ChartOption, init } from './echarts.ts';
import { type PointActions, type Pointed, usePoints } from './usePoints.ts';

type Chart = ReturnType<typeof init>;
/** A place by its values on both axes. */
type Place = readonly [number, number];

export interface EChartProps extends PointActions {
  option: ChartOption;
  /** What the picture is and how it is used, for those who do not see it. */
  label: string;
  /** Points along the horizontal axis, at 0, 1, 2 …, unless `places` says where. */
  length: number;
  /** Where points lie in the units of both axes, for pictures whose points are anywhere. */
  places?: readonly Place[];
  /** What is said of a point. */
  describe: (index: number) => ReactNode;
}

const finder = { gridIndex: 0 };
const pixelOf = (chart: Chart, index: number): number => chart.convertToPixel(finder, [index, 0])[0] ?? 0;
const pixelsOf = (chart: Chart, [x, y]: Place): number[] => chart.convertToPixel(finder, [x, y]);
const valueAt = (chart: Chart, x: number): number => chart.convertFromPixel(finder, [x, 0])[0] ?? 0;

/** Pixels within which a point is meant. */
const reach = 24;

function nearestPlace(chart: Chart, places: readonly Place[], x: number, y: number): number | null {
  let [nearest, least]: [number | null, number] = [null, reach];
  places.forEach((place, index) => {
    const [left = 0, top = 0] = pixelsOf(chart, place);
    const distance = Math.hypot(left - x, top - y);
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}

function useChart(option: ChartOption) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!host.current) return;
    const made = init(host.current, null, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(([entry]) => {
      made.resize();
      setWidth(entry?.contentRect.width ?? 0);
    });
    watch.observe(host.current);
    const stop = onPrinting(() => {
      made.resize();
      // Paper does not wait for the next frame.
      made.getZr().flush();
    });
    return () => {
      stop();
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);
  return { host, chart, width };
}

interface OverlayProps {
  chart: Chart;
  width: number;
  shown: number;
  range: { from: number; to: number } | null;
  children: ReactNode;
}

/** The point under the pointer or the keyboard, what is said of it, and the points being chosen. */
function Overlay({ chart, width, shown, range, children }: OverlayProps) {
  const x = pixelOf(chart, shown);
  const left = range ? pixelOf(chart, range.from - 0.5) : 0;
  const right = range ? pixelOf(chart, range.to + 0.5) : 0;
  return (
    <div aria-hidden="true">
      {range && <div className="chart-brush" style={{ left, width: right - left }} />}
      <div className="chart-cursor" style={{ left: x }} />
      <div className="tooltip" style={x > width / 2 ? { right: width - x + 12 } : { left: x + 12 }}>
        {children}
      </div>
    </div>
  );
}

/** The same where points are anywhere: a ring about the one that is meant. */
function PlaceOverlay({
  chart,
  width,
  place,
  children,
}: Pick<OverlayProps, 'chart' | 'width' | 'children'> & { place: Place }) {
  const [left = 0, top = 0] = pixelsOf(chart, place);
  return (
    <div aria-hidden="true">
      <div className="chart-ring" style={{ left, top }} />
      <div className="tooltip" style={left > width / 2 ? { right: width - left + 16 } : { left: left + 16 }}>
        {children}
      </div>
    </div>
  );
}

/**
 * The only place that touches an ECharts instance: draws, resizes, disposes, and says which point lies where.
 */
export function EChart({ option, label, length, places, describe, ...actions }: EChartProps) {
  const { host, chart, width } = useChart(option);
  const indexAt = ({ clientX, clientY }: Pointed): number | null => {
    const { left = 0, top = 0 } = host.current?.getBoundingClientRect() ?? {};
    if (!chart.current) return null;
    if (places) return nearestPlace(chart.current, places, clientX - left, clientY - top);
    return Math.max(0, Math.min(length - 1, Math.round(valueAt(chart.current, clientX - left))));
  };
  const { shown, range, handlers } = usePoints(length, indexAt, actions);
  const place = shown === null ? undefined : places?.[shown];
  const said = shown === null ? null : describe(shown);
  return (
    <div
      className="chart"
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk through the points of the chart
      tabIndex={0}
      {...handlers}
    >
      <div ref={host} className="chart-canvas" aria-hidden="true" />
      {place && chart.current && (
        <PlaceOverlay chart={chart.current} width={width} place={place}>
          {said}
        </PlaceOverlay>
      )}
      {shown !== null && !places && chart.current && (
        <Overlay chart={chart.current} width={width} shown={shown} range={range}>
          {said}
        </Overlay>
      )}
      <div className="hidden" aria-live="polite">
        {said}
      </div>
    </div>
  );
}
