import { type ReactNode, Suspense, useMemo } from 'react';
import { Skeleton } from '../kit/PanelBody.tsx';
import { useWidth } from '../kit/useWidth.ts';
import type { ChartOption } from './echarts.ts';
import { LazyChart } from './LazyChart.tsx';

export interface CourseChartProps {
  label: string;
  length: number;
  /** Draws at a width; the same function as long as nothing else changes. */
  build: (width: number) => ChartOption;
  describe: (index: number) => ReactNode;
  onChoose?: (index: number) => void;
  /** Somebody wants to write a note on these steps. */
  onNote?: (from: number, to: number) => void;
}

const nothing = () => undefined;

/** A course over time that can be walked along by pointer and keyboard. */
export function CourseChart({ label, length, build, describe, onChoose, onNote }: CourseChartProps) {
  const { host, width } = useWidth();
  const option = useMemo(() => build(width), [build, width]);
  return (
    <div ref={host} className="chart-host course">
      <Suspense fallback={<Skeleton />}>
        <LazyChart
          option={option}
          label={label}
          length={length}
          describe={describe}
          onChoose={(_, last) => onChoose?.(last)}
          onClear={nothing}
          onNote={onNote}
        />
      </Suspense>
    </div>
  );
}
