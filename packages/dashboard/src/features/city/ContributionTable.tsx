import { changeMarkWords, inLanguage } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { CSSProperties, ReactNode } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { type Contributions, scaleOf } from './contributions.ts';
import { changeWords } from './words-changed.ts';

/** A difference with its sign. */
const signed = (value: number, language: 'en' | 'zh'): string =>
  value > 0 ? `+${exact(value, language)}` : exact(value, language);

interface Scale {
  low: number;
  high: number;
}

/** Per cent of the axis that an end of it needs beside its zero. */
const tightest = 30;

const percentOf = (value: number, { low, high }: Scale): number => ((value - low) / (high - low || 1)) * 100;

/** A bar from zero to a value; outlined over it what is usual of the season. */
function Diverging(props: { value: number; season: number | null; scale: Scale; look: string }) {
  const { value, season, scale, look } = props;
  const span = (to: number) => {
    const [from, end] = [percentOf(0, scale), percentOf(to, scale)];
    return { '--from': `${Math.min(from, end)}%`, '--wide': `${Math.abs(end - from)}%` } as CSSProperties;
  };
  return (
    <span className="diverging" style={{ '--zero': `${percentOf(0, scale)}%` } as CSSProperties}>
      <i className={`bar ${look}`} style={span(value)} />
      {season !== null && Math.abs(percentOf(season, scale) - percentOf(0, scale)) > 1 && (
        <i className="season" style={span(season)} />
      )}
    </span>
  );
}

interface ContributionTableProps {
  contributions: Contributions;
  /** The name of a group, with where it leads. */
  nameOf: (code: string) => ReactNode;
  /** What the rows are, over their names. */
  heading: string;
  /** What the last column counts. */
  nowLabel: string;
  restLabel: (groups: string) => string;
  label: string;
}

/** Contributions on one scale; the rest and the whole under them, so that the sum closes. */
export function ContributionTable(props: ContributionTableProps) {
  const { language } = useScreen();
  const words = useWords(changeWords);
  const { rows, rest, whole } = props.contributions;
  const scale = scaleOf(props.contributions);
  const number = (value: number) => exact(value, language);
  return (
    <table className="city-table changed-table" aria-label={props.label}>
      <colgroup>
        <col className="col-name" />
        <col />
        <col className="col-difference" />
        <col className="col-mark" />
        <col className="col-now" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{props.heading}</th>
          <th scope="col" className="axis">
            <span className="hidden">{words.bar}</span>
            <span className="axis-ends" aria-hidden="true">
              <span>{percentOf(0, scale) < tightest ? '' : signed(scale.low, language)}</span>
              <span className="zero" style={{ '--zero': `${percentOf(0, scale)}%` } as CSSProperties}>
                0
              </span>
              <span>{percentOf(0, scale) > 100 - tightest ? '' : signed(scale.high, language)}</span>
            </span>
          </th>
          <th scope="col" className="number" colSpan={2}>
            {words.difference}
          </th>
          <th scope="col" className="number">
            {props.nowLabel}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, change, now, mark, season }) => (
          <tr key={code} data-code={code} data-mark={mark}>
            <th scope="row">{props.nameOf(code)}</th>
            <td title={season === null ? undefined : words.seasonal(signed(Math.round(season), language))}>
              <Diverging value={change} season={season} scale={scale} look={`is-${mark}`} />
              {season !== null && (
                <span className="hidden">{words.seasonal(signed(Math.round(season), language))}</span>
              )}
            </td>
            <td className="number">
              <b>{signed(change, language)}</b>
            </td>
            <td className="marks">
              <Mark mark={mark} />
            </td>
            <td className="number now">{number(now)}</td>
          </tr>
        ))}
        {rest.groups > 0 && (
          <tr className="rest-row">
            <th scope="row">{props.restLabel(number(rest.groups))}</th>
            <td>
              <Diverging value={rest.change} season={null} scale={scale} look="is-rest" />
            </td>
            <td className="number">{signed(rest.change, language)}</td>
            <td />
            <td className="number now">{number(rest.now)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.all}</th>
          <td />
          <td className="number">
            <b>{signed(whole.change, language)}</b>
          </td>
          <td className="marks">
            <Mark mark={whole.mark} />
          </td>
          <td className="number now">{number(whole.now)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** What marks and shapes of the page mean, in one line. */
export function Keys() {
  const { language } = useScreen();
  const words = useWords(changeWords);
  const marks = ['beyond_chance', 'provisional', 'chance', 'too_few'] as const;
  return (
    <p className="city-keys">
      {marks.map((mark) => (
        <span key={mark}>
          <Mark mark={mark} />{' '}
          <span aria-hidden="true">{inLanguage(changeMarkWords[mark].label, language)}</span>
        </span>
      ))}
      <span>
        <i className="key-hatch" aria-hidden="true" /> {words.keyHatch}
      </span>
      <span>
        <i className="key-season" aria-hidden="true" /> {words.keySeason}
      </span>
    </p>
  );
}
