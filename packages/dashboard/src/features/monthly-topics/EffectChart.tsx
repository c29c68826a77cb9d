import type { MonthlyTopicEffect } from '@hotline-atlas/model';
import { axisFormat, exact } from '@hotline-atlas/ui/format/numbers.ts';
import { onPrinting } from '@hotline-atlas/ui/kit/printing.ts';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { gapRange, monthNumber, piecesOf, type Range, rangeOf, ticksOf } from './effectScales.ts';
import { effectWords } from './words-effect.ts';

const edge = { left: 48, right: 12, top: 8, foot: 22 };
/** On paper a topic has one page. */
const heights = { screen: 200, paper: 92 };

/** Where months and values stand in a picture. */
interface Frame {
  x: (at: number) => number;
  y: (value: number) => number;
  range: Range;
  width: number;
  height: number;
}

function frameOf(months: number, range: Range, width: number, height: number): Frame {
  const inner = Math.max(40, width - edge.left - edge.right);
  const tall = height - edge.top - edge.foot;
  return {
    ...{ range, width, height },
    x: (at) => edge.left + (at / Math.max(1, months - 1)) * inner,
    y: (value) => edge.top + (1 - (value - range.low) / (range.high - range.low || 1)) * tall,
  };
}

/** A line over the months, broken where months are left out; a month by itself is a dot. */
function Course(props: {
  months: readonly string[];
  values: readonly (number | null)[];
  frame: Frame;
  name: string;
}) {
  const { months, values, frame, name } = props;
  const { x, y } = frame;
  const pieces = piecesOf(months, values);
  const path = pieces
    .map(
      (piece) => `M${piece.map(({ at, value }) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}`,
    )
    .join('');
  return (
    <>
      <path className={`effect-line ${name}`} d={path} />
      {pieces
        .filter(({ length }) => length === 1)
        .flat()
        .map(({ at, value }) => (
          <circle key={at} className={`effect-dot ${name}`} cx={x(at)} cy={y(value)} r={2} />
        ))}
    </>
  );
}

interface PictureProps {
  effect: MonthlyTopicEffect;
  frame: Frame;
  label: string;
  tick: (value: number) => string;
  clip: string;
  children: ReactNode;
}

/** Axes, the start of the work and the months of it; what is drawn lies over them. */
function Picture({ effect, frame, label, tick, clip, children }: PictureProps) {
  const words = useWords(effectWords);
  const { series, meta } = effect;
  const { x, y, width, height, range } = frame;
  const first = monthNumber(series.month[0] ?? '0000-01');
  const last = monthNumber(series.month.at(-1) ?? '0000-01');
  const begin = meta.work_from === null ? null : monthNumber(meta.work_from) - first;
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.ceil(first / 12) + 1 },
    (_, at) => Math.ceil(first / 12) + at,
  );
  const foot = height - edge.foot;
  const isSeen = begin !== null && begin >= 0 && begin <= last - first;
  return (
    <svg
      className="effect-chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <clipPath id={clip}>
        <rect
          x={edge.left - 3}
          y={edge.top}
          width={Math.max(0, width - edge.left - edge.right + 6)}
          height={foot - edge.top}
        />
      </clipPath>
      {isSeen && (
        <rect
          className="effect-work"
          x={x(begin)}
          y={edge.top}
          width={Math.max(2, x(last - first) - x(begin))}
          height={foot - edge.top}
        />
      )}
      {ticksOf(range).map((value) => (
        <g key={value}>
          <path
            className={value === 0 ? 'effect-zero' : 'effect-grid'}
            d={`M${edge.left} ${y(value)}H${width - edge.right}`}
          />
          <text className="effect-tick" x={edge.left - 6} y={y(value) + 4} textAnchor="end">
            {tick(value)}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <g key={year}>
          <path className="effect-grid" d={`M${x(year * 12 - first)} ${foot}v4`} />
          <text className="effect-tick" x={x(year * 12 - first)} y={height - 6} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${clip})`}>{children}</g>
      {isSeen && (
        <>
          <path className="effect-begin" d={`M${x(begin)} ${edge.top}V${foot}`} />
          <text className="effect-tick" x={x(begin) - 4} y={edge.top + 12} textAnchor="end">
            {words.begins}
          </text>
        </>
      )}
    </svg>
  );
}

/** A difference of a gap in words of its axis: shares of appeals, points of rates. */
function useGapTick(kind: MonthlyTopicEffect['meta']['kind']) {
  const { language } = useScreen();
  return (value: number): string => {
    const size = exact(Math.abs(value) * 100, language, 1);
    const sign = value > 0 ? '+' : value < 0 ? '\u2212' : '';
    return `${sign}${size}${kind === 'counts' ? '%' : ''}`;
  };
}

/** The height of a picture, on the screen and on paper. */
function useHeight(): number {
  const [isPaper, setPaper] = useState(false);
  useEffect(() => onPrinting(setPaper), []);
  return isPaper ? heights.paper : heights.screen;
}

/** Actual and control; under it their gap, with the gaps of placebos in grey. */
export function EffectChart({ effect }: { effect: MonthlyTopicEffect }) {
  const { language } = useScreen();
  const words = useWords(effectWords);
  const { host, width } = useWidth(720);
  const height = useHeight();
  const { series, meta, placebos_in_space: placebos } = effect;
  const { month: months } = series;
  const isCount = meta.kind === 'counts';
  const many = monthNumber(months.at(-1) ?? '0000-01') - monthNumber(months[0] ?? '0000-01') + 1;
  const range = rangeOf([...series.actual, ...series.control], isCount);
  const course = frameOf(many, range, width, height);
  const similar = placebos.filter((placebo) => placebo.similar).map(({ gap }) => gap);
  const gap = frameOf(many, gapRange(series.gap, similar), width, height);
  const gapTick = useGapTick(meta.kind);
  return (
    <div ref={host} className="effect-charts">
      <h3>{isCount ? words.courseCounts : words.courseRate}</h3>
      <p className="subtitle effect-key">
        <span className="actual">{words.actual}</span>
        <span className="control">{words.control}</span>
      </p>
      <Picture
        {...{ effect, frame: course, clip: 'effect-course' }}
        label={words.courseLabel}
        tick={axisFormat(range.high, isCount ? 'count' : 'share', language)}
      >
        <Course months={months} values={series.control} frame={course} name="control" />
        <Course months={months} values={series.actual} frame={course} name="actual" />
      </Picture>
      <h3>{isCount ? words.gapCounts : words.gapRate}</h3>
      <p className="subtitle effect-key">
        <span className="actual">{words.gap}</span>
        {similar.length > 0 && (
          <span className="placebo">{words.placebos(exact(similar.length, language))}</span>
        )}
      </p>
      <Picture {...{ effect, frame: gap, clip: 'effect-gap' }} label={words.gapLabel} tick={gapTick}>
        {similar.map((values, at) => (
          <Course key={at} months={months} values={values} frame={gap} name="placebo" />
        ))}
        <Course months={months} values={series.gap} frame={gap} name="actual" />
      </Picture>
    </div>
  );
}
