import { inLanguage } from '@hotline-atlas/model';
import { FailedNote } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useId, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { useShownMonth } from './MonthContext.ts';
import { counted, fixed } from './told.ts';
import { useTried } from './useMonth.ts';
import { areWeights, readWeights, triedMoves, triedWeights, type Weights, writeWeights } from './weights.ts';
import { chosenWords } from './words-chosen.ts';

/** How many ranks move with the tried weights, and which moves the furthest. */
function Moves() {
  const { language } = useScreen();
  const words = useWords(chosenWords).whatIf;
  const { answer, rows, names } = useShownMonth();
  const view = useTried(answer);
  if (view.error) return <FailedNote view={view} />;
  if (!view.answer || view.stale) return <span role="status" />;
  const { unit, rank } = view.answer.units;
  const tried = new Map(unit.map((code, at) => [code, rank[at] ?? null]));
  const moves = triedMoves(rows, tried);
  const ranked = rows.filter((row) => row.rank !== null).length;
  const [most] = moves;
  return (
    <span role="status" data-testid="tried-moves">
      <b>
        {moves.length === 0
          ? words.none
          : words.moved(counted(moves.length, language), counted(ranked, language))}
      </b>
      {most && ` · ${words.most(names.unit(most.code), String(most.from), String(most.to))}`}
    </span>
  );
}

/** Fields for the weights, and what becomes of the ranks with them. */
function TriedWeights({ tried }: { tried: Weights }) {
  const { language, change } = useScreen();
  const words = useWords(chosenWords).whatIf;
  const { answer } = useShownMonth();
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const now = triedWeights(answer.indicators, tried);
  const textOf = (name: string) => typed[name] ?? String(now[name] ?? 0);
  const wanted = Object.fromEntries(
    answer.indicators.map(({ name }) => [
      name,
      textOf(name).trim() === '' ? Number.NaN : Number(textOf(name)),
    ]),
  );
  const isInOrder = areWeights(wanted);
  const total = Object.values(wanted).reduce((sum, value) => sum + value, 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isInOrder) return;
    change({ evaluation: { weights: writeWeights(wanted) } });
  };
  return (
    <form className="what-if" onSubmit={submit} aria-label={words.title} data-testid="what-if">
      <h3>{words.title}</h3>
      <div className="what-if-fields">
        {answer.indicators.map(({ name, label, weight }) => (
          <label key={name} htmlFor={`${id}-${name}`}>
            <span>{words.weight(inLanguage(label, language))}</span>
            <input
              id={`${id}-${name}`}
              type="number"
              min={0}
              step="any"
              value={textOf(name)}
              placeholder={String(weight)}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
          </label>
        ))}
        <span className="what-if-total">
          {isInOrder ? words.total(fixed(total, Number.isInteger(total) ? 0 : 1, language)) : ''}
        </span>
        <button type="submit" className="button main" disabled={!isInOrder}>
          {words.apply}
        </button>
        <button type="button" className="button" onClick={() => change({ evaluation: { weights: '' } })}>
          {words.reset}
        </button>
      </div>
      {isInOrder ? Object.keys(tried).length > 0 && <Moves /> : <p className="problem">{words.invalid}</p>}
    </form>
  );
}

/** The way to trying other weights, where none are tried yet. */
export function WhatIfButton() {
  const { state, change } = useScreen();
  const words = useWords(chosenWords).whatIf;
  const { indicators } = useShownMonth().answer;
  if (indicators.length < 2 || state.evaluation.weights !== '') return null;
  const weights = writeWeights(triedWeights(indicators, {}));
  return (
    <button
      type="button"
      className="link what-if-open screen-only"
      onClick={() => change({ evaluation: { weights } })}
    >
      {words.open}
    </button>
  );
}

/** What the ranks would be with other weights than those of the rules. */
export function WhatIf() {
  const { weights } = useScreen().state.evaluation;
  return weights === '' ? null : <TriedWeights key={weights} tried={readWeights(weights)} />;
}
