import { type EvaluationSchemes, inLanguage } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { CSSProperties } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { monthText } from './told.ts';
import { schemeWords } from './words.ts';

/** Months since the year 0. */
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The months a line of time shows: from the first scheme, or the data, to the newest month of either. */
function spanOf({ schemes }: EvaluationSchemes, lastDay: string | null): { from: number; to: number } {
  const from = Math.min(...schemes.map((scheme) => monthNumber(scheme.from)));
  const ends = schemes.map((scheme) => monthNumber(scheme.to ?? scheme.from));
  const to = Math.max(...ends, lastDay ? monthNumber(lastDay) + 1 : from + 1, from + 1);
  return { from, to };
}

const styleOf = (from: number, to: number, span: { from: number; to: number }) => {
  const part = (month: number) => ((month - span.from) / (span.to - span.from)) * 100;
  return {
    '--start': `${part(from).toFixed(2)}%`,
    '--size': `${(part(to) - part(from)).toFixed(2)}%`,
  } as CSSProperties;
};

/** When each scheme is valid, on one line of time; gaps are hatched. */
export function SchemeTimeline({ told }: { told: EvaluationSchemes }) {
  const words = useWords(schemeWords);
  const { meta, language } = useScreen();
  const span = spanOf(told, meta.lastDay);
  return (
    <ol className="scheme-line" aria-label={words.timeline}>
      {told.schemes.map(({ name, label, from, to }) => (
        <li key={name}>
          <a href={`#scheme-${name}`}>{inLanguage(label, language)}</a>
          <small>
            {to === null
              ? words.since(monthText(from, language))
              : words.to(monthText(from, language), monthText(lastMonth(to), language))}
          </small>
          <span className="scheme-track" aria-hidden="true">
            <i style={styleOf(monthNumber(from), to === null ? span.to : monthNumber(to), span)} />
          </span>
        </li>
      ))}
      {told.gaps.map(({ from, to }) => (
        <li key={from} className="scheme-gap">
          <span>{words.gap}</span>
          <small>{words.to(monthText(from, language), monthText(lastMonth(to), language))}</small>
          <span className="scheme-track" aria-hidden="true">
            <i style={styleOf(monthNumber(from), monthNumber(to), span)} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The month before another. */
export function lastMonth(month: string): string {
  const before = monthNumber(month) - 1;
  return `${String(Math.floor(before / 12)).padStart(4, '0')}-${String((before % 12) + 1).padStart(2, '0')}`;
}
