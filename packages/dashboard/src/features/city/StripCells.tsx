import { metricOf } from '@hotline-atlas/model';
import { sequenced } from '@hotline-atlas/ui/format/joined.ts';
import { changeSize, exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { CSSProperties } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { Mark, MarkToCome } from '../change/Mark.tsx';
import type { StripMeasure } from './address.ts';
import { changeReach, isTold, roundUp, type Strip, type StripRow } from './stripRows.ts';
import type { Scale } from './tiles.ts';
import { stripWords } from './words-strip.ts';

/** One scale a column. */
export interface StripScales {
  volume: number;
  level: Scale;
  /** The share of everything together, as the line the dots are held to. */
  whole: number | null;
  /** Changes are drawn from minus this to plus this. */
  reach: number;
}

const steps = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

function levelScale(rows: readonly StripRow[]): Scale {
  const values = rows.flatMap(({ level }) => (level && !level.tooFew ? [level.value] : []));
  if (values.length === 0) return { low: 0, high: 1 };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = steps.find((each) => (most - least) / each <= 4) ?? 0.25;
  const low = Math.max(0, Math.floor((least - step / 2) / step) * step);
  return { low, high: Math.min(1, Math.ceil((most + step / 2) / step) * step) };
}

function wholeOf(rows: readonly StripRow[]): number | null {
  const sum = (of: 'numerator' | 'cases') => rows.reduce((total, { level }) => total + (level?.[of] ?? 0), 0);
  return sum('cases') > 0 ? sum('numerator') / sum('cases') : null;
}

/** The scales of the columns, from their own rows. */
export const scalesOf = ({ rows }: Strip): StripScales => ({
  volume: roundUp(Math.max(0, ...rows.map(({ volume }) => volume ?? 0))),
  level: levelScale(rows),
  whole: wholeOf(rows),
  reach: changeReach(rows),
});

const partOf = (value: number, { low, high }: Scale): number => ((value - low) / (high - low || 1)) * 100;

interface DotProps {
  value: number;
  lower: number | null;
  upper: number | null;
  scale: Scale;
  /** Where the line the dots are held to stands. */
  reference: number | null;
  className: string;
}

/** A dot on its interval. Where the line is cut by the scale, its end is an arrow. */
function DotAndLine({ value, lower, upper, scale, reference, className }: DotProps) {
  const kept = (at: number) => Math.min(100, Math.max(0, at));
  const [low, high] = [partOf(lower ?? scale.low, scale), partOf(upper ?? scale.high, scale)];
  const at = partOf(value, scale);
  const style = {
    '--v': `${kept(at)}%`,
    '--lo': `${kept(low)}%`,
    '--wide': `${Math.max(0, kept(high) - kept(low))}%`,
    '--ref': reference === null ? '0%' : `${kept(partOf(reference, scale))}%`,
  } as CSSProperties;
  const cuts = `${low < 0 ? 'cut-low' : ''} ${high > 100 ? 'cut-high' : ''}`;
  return (
    <span className={`dot-line ${className} ${cuts}`} style={style} aria-hidden="true">
      {reference !== null && <i className="ref" />}
      <i className="line" />
      {at >= 0 && at <= 100 && <i className="dot" />}
    </span>
  );
}

/** How many appeals: per 10,000 residents where they are known. */
export function VolumeCell({ row, scales }: { row: StripRow; scales: StripScales }) {
  const { language, meta } = useScreen();
  const perResidents = meta.withResidents.includes('district');
  const { volume } = row;
  const part = volume === null ? 0 : (volume / scales.volume) * 100;
  const digits = perResidents ? 1 : 0;
  return (
    <>
      <td className="graphic">
        <span className="strip-bar" aria-hidden="true">
          <i style={{ width: `${part.toFixed(1)}%` }} />
        </span>
      </td>
      <td className="number">
        {volume === null
          ? '–'
          : perResidents
            ? changeSize(volume, language)
            : exact(volume, language, digits)}
      </td>
    </>
  );
}

/** The share resolved, with its interval; hollow while it will still move. */
export function LevelCell(props: { row: StripRow; scales: StripScales; provisional: boolean }) {
  const { language } = useScreen();
  const words = useWords(stripWords);
  const { level } = props.row;
  if (!level)
    return (
      <>
        <td className="level" />
        <td className="number level">–</td>
      </>
    );
  const number = (value: number) => exact(value, language);
  const { scales } = props;
  const told = level.tooFew
    ? words.tooFew(number(level.cases))
    : sequenced(
        [
          words.of(number(level.numerator), number(level.cases)),
          ...(scales.whole === null ? [] : [words.city(changeSize(scales.whole * 100, language))]),
        ],
        language,
      );
  return (
    <>
      <td className="graphic level" title={told}>
        <DotAndLine
          value={level.value}
          lower={level.interval?.lower ?? null}
          upper={level.interval?.upper ?? null}
          scale={scales.level}
          reference={scales.whole}
          className={`${props.provisional ? 'hollow' : ''} ${level.tooFew ? 'few' : ''}`}
        />
        <span className="hidden">{told}</span>
      </td>
      <td className={`number level ${level.tooFew ? 'few' : ''}`}>
        {changeSize(level.value * 100, language)}
      </td>
    </>
  );
}

/** How the measure moved, with its interval and whether that is beyond chance. */
export function ChangeCell(props: { row: StripRow; scales: StripScales; measure: StripMeasure }) {
  const { language } = useScreen();
  const { moved } = props.row;
  const isShare = metricOf(props.measure).unit === 'share';
  if (!moved || moved.amount === null)
    return (
      <>
        <td />
        <td className="number">{moved ? '–' : ''}</td>
        <td className="marks">{moved ? <Mark mark={moved.mark} /> : <MarkToCome />}</td>
      </>
    );
  const { amount, mark } = moved;
  const size = changeSize(Math.abs(amount) * 100, language);
  const sign = Number((Math.abs(amount) * 100).toFixed(1)) === 0 ? '' : amount > 0 ? '+' : '\u2212';
  const bound = (value: number | null) =>
    value === null ? '–' : `${value < 0 ? '\u2212' : '+'}${changeSize(Math.abs(value) * 100, language)}`;
  return (
    <>
      <td className="graphic" title={`95%: ${bound(moved.lower)} – ${bound(moved.upper)}`}>
        <DotAndLine
          value={amount}
          lower={moved.lower}
          upper={moved.upper}
          scale={{ low: -props.scales.reach, high: props.scales.reach }}
          reference={0}
          className={`is-${mark}`}
        />
      </td>
      <td className={`number ${mark === 'too_few' ? 'few' : ''} ${isTold(mark) ? 'told' : ''}`}>
        {sign}
        {size}
        {isShare ? '' : '%'}
      </td>
      <td className="marks">
        <Mark mark={mark} />
      </td>
    </>
  );
}
