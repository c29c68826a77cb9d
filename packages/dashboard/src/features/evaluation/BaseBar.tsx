import { percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { baseMovers, basePartsOf } from './base.ts';
import { useShownMonth } from './MonthContext.ts';
import { counted } from './told.ts';
import { evaluationWords } from './words.ts';

/** So many units that moved the base most are named. */
export const mostMovers = 3;

interface Part {
  name: 'visited' | 'notVisited' | 'notVisitedOrOut' | 'inBase' | 'excluded';
  orders: number;
}

/** What upheld objections did to the base. */
function Upheld() {
  const { language } = useScreen();
  const words = useWords(evaluationWords).base;
  const { upheld, base, base_before: before } = useShownMonth().answer.objections;
  if (upheld === 0 || base === null || before === null) return null;
  return (
    <li>{words.upheld(counted(upheld, language), counted(before, language), counted(base, language))}</li>
  );
}

/** The orders of the month as one bar: what was visited, what was not, and what left the base. */
export function BaseBar() {
  const { language, change } = useScreen();
  const words = useWords(evaluationWords).base;
  const { answer, rows } = useShownMonth();
  const parts = basePartsOf(answer);
  const movers = useMemo(() => baseMovers(rows, mostMovers), [rows]);
  if (!parts) return null;
  const { orders, visited, notVisited, excluded } = parts;
  const shown: Part[] =
    visited > 0
      ? [
          { name: 'visited', orders: visited },
          { name: excluded === null ? 'notVisitedOrOut' : 'notVisited', orders: notVisited },
        ]
      : [{ name: 'inBase', orders: notVisited }];
  const bars = [
    ...shown,
    ...(excluded === null || (excluded === 0 && answer.reasons.length === 0)
      ? []
      : [{ name: 'excluded' as const, orders: excluded }]),
  ];
  return (
    <section className="evaluation-base" aria-label={words.name} data-testid="evaluation-base">
      <p>
        {words.orders} <b>{counted(orders, language)}</b>
      </p>
      <div className="base-bar" aria-hidden="true">
        {bars.map((part) => (
          <i key={part.name} className={`base-${part.name}`} style={{ flexGrow: part.orders }} />
        ))}
      </div>
      <ul>
        {bars.map((part) => (
          <li key={part.name}>
            <i className={`base-${part.name}`} aria-hidden="true" />
            {words[part.name]} <b>{counted(part.orders, language)}</b>{' '}
            {percent(part.orders / orders, language)}
          </li>
        ))}
        <Upheld />
        {excluded === null && <li>{words.excludedUnknown}</li>}
        {answer.reasons.length > 0 && (
          <li>
            <button
              type="button"
              className="link"
              onClick={() => change({ evaluation: { open: 'excluded' } })}
            >
              {movers.length > 0 ? words.moversTook(words.movers(movers.length)) : words.reasons}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
