import { inLanguage } from '@hotline-atlas/model';
import { bucketLabel, bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { BesideLinks } from './BesideLinks.tsx';
import { findingOf } from './finding.ts';
import { useShownMonth } from './MonthContext.ts';
import type { MonthRow } from './rows.ts';
import { CorrectedBefore, SinceFinalLine } from './SinceFinal.tsx';
import { findingTold } from './sentence.ts';
import { counted, fixed, ranksTold } from './told.ts';
import { mostPoints } from './weights.ts';
import { evaluationWords } from './words.ts';

/** The largest number of answers that an indicator demands. */
const fewestOf = (indicators: readonly { fewest: number; measured: boolean }[]): number =>
  Math.max(0, ...indicators.filter(({ measured }) => measured).map(({ fewest }) => fewest));

/** Who is called in and how sure that is; where nobody is, who is the last. */
function CalledIn({ rows }: { rows: readonly MonthRow[] }) {
  const { language, change, state } = useScreen();
  const words = useWords(evaluationWords).called;
  const { names } = useShownMonth();
  const ranked = rows.filter(({ rank }) => rank !== null);
  const called = ranked.filter(({ calledIn }) => calledIn);
  const sure = called.filter(({ calledInSure }) => calledInSure).length;
  const number = (value: number) => counted(value, language);
  if (ranked.length < 2) return null;
  if (called.length === 0) {
    const lowest = ranked.filter(({ score }) => score === ranked.at(-1)?.score);
    const [last] = lowest;
    if (!last) return null;
    const text =
      lowest.length > 1
        ? words.lastTied(number(lowest.length))
        : words.last(names.unit(last.code), ranksTold(last));
    return <p className="evaluation-called">{text}</p>;
  }
  const text =
    sure === called.length
      ? words.allSure(number(sure))
      : sure === 0
        ? words.noneSure(number(called.length))
        : words.someSure(number(called.length), number(sure));
  const order = '-called_in';
  return (
    <p className="evaluation-called" data-testid="called-in">
      {text}{' '}
      {state.evaluation.order !== order && (
        <button type="button" className="link" onClick={() => change({ evaluation: { order } })}>
          {words.show}
        </button>
      )}
    </p>
  );
}

/** What the month is of, by which rules, and how final it is. */
function Subtitle() {
  const { language } = useScreen();
  const words = useWords(evaluationWords).subtitle;
  const { answer, rows } = useShownMonth();
  const { meta, indicators } = answer;
  const { scheme, group } = meta;
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  const points = (value: number) => fixed(value, Number.isInteger(value) ? 0 : 1, language);
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const parts = mostPoints(indicators).map(
    ({ label, most }) => `${inLanguage(label, language)} ${points(most)}`,
  );
  const ripeFrom = indicators
    .flatMap(({ ripeness }) => (ripeness.state === 'provisional' ? [ripeness.ripe_from ?? ''] : []))
    .sort()
    .at(-1);
  const told = [
    bucketLabel(`${meta.month}-01`, 'month', language),
    words.units(counted(rows.length, language), counted(ranked, language), inLanguage(group.label, language)),
    words.score(points(total), parts.join(language === 'zh' ? '、' : ', ')),
    `${words.scheme(inLanguage(scheme.label, language))}${scheme.example ? ` (${words.example})` : ''}`,
    words.intervals,
  ];
  return (
    <p className="subtitle">
      {meta.provisional && (
        <span className="so-far">
          {ripeFrom ? words.provisional(bucketTick(ripeFrom, 'day', language)) : words.provisionalOpen}
        </span>
      )}
      {told.join(' · ')}
    </p>
  );
}

/** The finding of the month, who is last and how sure that is, and what all of it rests on. */
export function Saying() {
  const { language } = useScreen();
  const { finding: words, states } = useWords(evaluationWords);
  const { answer, rows, names } = useShownMonth();
  const { provisional } = answer.meta;
  const finding = useMemo(() => findingOf(rows, fewestOf(answer.indicators)), [rows, answer]);
  const told = answer.notice ? states.noData : findingTold(finding, { words, language, name: names.unit });
  return (
    <header className="evaluation-saying">
      <BesideLinks />
      <h2 data-testid="evaluation-finding">{provisional ? words.soFar(told) : told}</h2>
      <Subtitle />
      <CalledIn rows={rows} />
      <SinceFinalLine />
      <CorrectedBefore />
    </header>
  );
}
