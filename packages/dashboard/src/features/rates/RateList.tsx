import { dimensionNames, type Rates } from '@hotline-atlas/model';
import { levelColor } from '@hotline-atlas/ui/charts/funnelOption.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { isTogether } from '@hotline-atlas/ui/kit/press.ts';
import { ToldRows } from '@hotline-atlas/ui/kit/ToldRows.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { Fragment, type MouseEvent, useState } from 'react';
import { RowLink } from '../../panel/ObjectLink.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { RowStar } from '../favourites/RowStar.tsx';
import type { RateRow } from './rateRows.ts';
import { rateSentence } from './rateSentences.ts';
import { type RateWords, rateWords } from './words.ts';

interface Scale {
  low: number;
  high: number;
}

/** From the lowest to the highest bound of those listed, the mean within. */
function scaleOf(rows: readonly RateRow[], mean: number): Scale {
  const bounds = rows.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]));
  return { low: Math.min(mean, ...bounds), high: Math.max(mean, ...bounds) };
}

/** Where a value lies; in the middle where all are the same. */
const at = (value: number, { low, high }: Scale): string =>
  high > low ? `${Math.max(0, Math.min(100, (100 * (value - low)) / (high - low)))}%` : '50%';

function Interval({ row, scale, mean }: { row: RateRow; scale: Scale; mean: number }) {
  const { palette } = useScreen();
  const { shrunken, low, high, level } = row;
  const judged = level !== null && shrunken !== null && low !== null && high !== null;
  const background = levelColor(level === null ? 0 : 3 * Math.sign(level), palette);
  return (
    <span className="track" aria-hidden="true">
      <i className="track-whole" style={{ left: at(mean, scale) }} />
      {judged && (
        <>
          <i
            className="track-interval"
            style={{ left: at(low, scale), right: `calc(100% - ${at(high, scale)})`, background }}
          />
          <i className="track-dot" style={{ left: at(shrunken, scale), background }} />
        </>
      )}
    </span>
  );
}

interface ListProps {
  answer: Rates;
  rows: readonly RateRow[];
  /** Where those begin that chance explains, and what is said above them. */
  chance?: { from: number; note: string };
  chosen: readonly string[];
  onChoose: (code: string, together: boolean) => void;
}

function Row({ row, scale, list }: { row: RateRow; scale: Scale; list: ListProps }) {
  const { language, label } = useScreen();
  const words = useWords(rateWords);
  const { answer, chosen, onChoose } = list;
  const isChosen = chosen.includes(row.code);
  const name = label(answer.meta.by, row.code);
  const select = (event: MouseEvent) => onChoose(row.code, isTogether(event));
  const few = row.level === null;
  return (
    <li>
      <button
        type="button"
        className={`row rate-row ${isChosen ? 'chosen' : ''} ${chosen.length > 0 && !isChosen ? 'other' : ''} ${few ? 'few' : ''}`}
        aria-pressed={isChosen}
        title={labelled(name, rateSentence(row, answer, words, language), language)}
        data-code={row.code}
        onClick={select}
      >
        <span className="row-name">{name}</span>
        <Interval row={row} scale={scale} mean={answer.mean.rate ?? 0} />
        <span className="row-raw">{few ? '' : percent(row.rate, language)}</span>
        <span className="row-value">
          {few || row.shrunken === null ? words.few : percent(row.shrunken, language)}
        </span>
        <span className="row-change">{few ? '' : rankShort(row, words, language)}</span>
      </button>
      <RowStar
        dimension={dimensionNames.find((each) => each === answer.meta.by)}
        code={row.code}
        name={name}
      />
      <RowLink dimension={dimensionNames.find((each) => each === answer.meta.by)} code={row.code} />
    </li>
  );
}

const rankShort = (row: RateRow, words: RateWords, language: Screen['language']): string =>
  words.rankShort(exact(row.rankLow ?? 0, language), exact(row.rankHigh ?? 0, language));

const most = 40;

/**
 * Groups from the lowest shrunken rate on, each with its interval and the ranks it may have; a click filters
 * by it.
 */
export function RateList(props: ListProps) {
  const { messages, language } = useScreen();
  const words = useWords(rateWords);
  const [all, setAll] = useState(false);
  const { rows, chance, answer, chosen } = props;
  const shown = all ? rows : rows.filter(({ code }, index) => index < most || chosen.includes(code));
  const scale = scaleOf(shown, answer.mean.rate ?? 0);
  return (
    <ToldRows>
      <p className="row rate-row rate-head" aria-hidden="true">
        <span />
        <span />
        <span className="row-raw">{words.heads.raw}</span>
        <span className="row-value">{words.heads.shrunken}</span>
        <span className="row-change">{words.heads.ranks}</span>
      </p>
      <ol className="rows" aria-label={words.list}>
        {shown.map((row, index) => (
          <Fragment key={row.code}>
            {index === chance?.from && <li className="note">{chance.note}</li>}
            <Row row={row} scale={scale} list={props} />
          </Fragment>
        ))}
      </ol>
      {rows.length > most && (
        <p className="rest">
          {shown.length < rows.length && (
            <span>{words.shown(exact(shown.length, language), exact(rows.length, language))} </span>
          )}
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? messages.panels.showFewer : messages.panels.showAll(rows.length)}
          </button>
        </p>
      )}
    </ToldRows>
  );
}
