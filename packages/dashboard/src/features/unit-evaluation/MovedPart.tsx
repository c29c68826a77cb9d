import { type Evaluation, inLanguage, type MovedRankTold } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued } from '@hotline-atlas/ui/format/joined.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { CSSProperties } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { MovedRates } from './MovedRates.tsx';
import { pointsText, signed } from './numbers.ts';
import { AskedPart } from './Part.tsx';
import { type UnitMonth, useMoved } from './useUnitMonth.ts';
import { mainStep, rankWaterfall, reachOf, type Step, scoreWaterfall, type Waterfall } from './waterfall.ts';
import { unitEvaluationWords } from './words.ts';
import './ways.css';

/** Which way is up the table: fewer places, more points. */
type Direction = 'places' | 'points';

const isBetter = (by: number, direction: Direction): boolean => (direction === 'places' ? by < 0 : by > 0);

interface RowsProps {
  way: Waterfall;
  direction: Direction;
  decimals: number;
  months: { before: string; after: string };
  caption: string;
}

/** A bar from one value to another, where it is in the reach of the whole way. */
function Bar({ from, to, reach }: { from: number; to: number; reach: { low: number; high: number } }) {
  const part = (value: number) => ((value - reach.low) / (reach.high - reach.low)) * 100;
  const [start, end] = [part(Math.min(from, to)), part(Math.max(from, to))];
  const style = { '--start': `${start.toFixed(2)}%`, '--size': `${(end - start).toFixed(2)}%` };
  return (
    <span className="way-track" aria-hidden="true">
      <i className={from === to ? 'point' : ''} style={style as CSSProperties} />
    </span>
  );
}

function StepRow({
  step,
  reach,
  direction,
  decimals,
}: Omit<RowsProps, 'way' | 'months' | 'caption'> & {
  step: Step;
  reach: { low: number; high: number };
}) {
  const { moved: words } = useWords(unitEvaluationWords);
  const said =
    step.by === 0 ? words.none : (isBetter(step.by, direction) ? words.better : words.worse)[step.cause];
  return (
    <tr>
      <th scope="row">
        {words.causes[step.cause]}
        <small>{said}</small>
      </th>
      <td>
        <Bar from={step.from} to={step.to} reach={reach} />
      </td>
      <td className="number">{signed(step.by, decimals)}</td>
    </tr>
  );
}

/** The way from one value to another: each cause from where the one before it ended. */
function WayTable({ way, direction, decimals, months, caption }: RowsProps) {
  const reach = reachOf(way);
  const digits = direction === 'places' ? 0 : decimals;
  return (
    <table className={`way way-${direction}`} data-testid={`way-${direction}`}>
      <caption>{caption}</caption>
      <tbody>
        <tr className="way-end">
          <th scope="row">{months.before}</th>
          <td>
            <Bar from={way.from} to={way.from} reach={reach} />
          </td>
          <td className="number">{pointsText(way.from, digits)}</td>
        </tr>
        {way.steps.map((step) => (
          <StepRow key={step.cause} {...{ step, reach, direction, decimals }} />
        ))}
        <tr className="way-end">
          <th scope="row">{months.after}</th>
          <td>
            <Bar from={way.to} to={way.to} reach={reach} />
          </td>
          <td className="number">{pointsText(way.to, digits)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The move in words: how far, and mostly why. */
function useMoveTitle() {
  const { moved: words } = useWords(unitEvaluationWords);
  const { language } = useScreen();
  return (way: Waterfall): string => {
    const by = way.to - way.from;
    const places = words.places(String(Math.abs(by)));
    const said = by === 0 ? words.same : by < 0 ? words.up(places) : words.down(places);
    const main = mainStep(way);
    if (!main) return said;
    const why = (isBetter(main.by, 'places') ? words.better : words.worse)[main.cause];
    return continued([said, words.mostly(why)], language);
  };
}

function Moved({ moved, answer }: { moved: MovedRankTold; answer: Evaluation }) {
  const { language } = useScreen();
  const { moved: words } = useWords(unitEvaluationWords);
  const { scheme, month } = answer.meta;
  const named = (name: string) => bucketLabel(`${name}-01`, 'month', language);
  const months = { before: named(moved.month_before), after: named(month) };
  return (
    <>
      <div className="ways">
        <WayTable
          way={rankWaterfall(moved, answer.meta)}
          direction="places"
          decimals={2}
          months={months}
          caption={words.byRank}
        />
        <WayTable
          way={scoreWaterfall(moved)}
          direction="points"
          decimals={scheme.decimals}
          months={months}
          caption={words.byScore}
        />
      </div>
      <MovedRates moved={moved} answer={answer} />
      <p className="unit-note">{words.why}</p>
    </>
  );
}

/** What moved the rank and the score since the month before; parts close. */
export function MovedPart({ shown }: { shown: UnitMonth }) {
  const view = useMoved(shown);
  const titleOf = useMoveTitle();
  const { moved: words } = useWords(unitEvaluationWords);
  const { language } = useScreen();
  const { answer } = view;
  const moved = answer?.moved;
  const title = answer && moved ? titleOf(rankWaterfall(moved, answer.meta)) : words.title;
  const group = shown.answer.meta.group.label;
  return (
    <AskedPart
      name="moved"
      view={view}
      title={title}
      subtitle={continued([words.title, inLanguage(group, language)], language)}
    >
      {(told) =>
        told.moved ? <Moved moved={told.moved} answer={told} /> : <p className="unit-note">{words.missing}</p>
      }
    </AskedPart>
  );
}
