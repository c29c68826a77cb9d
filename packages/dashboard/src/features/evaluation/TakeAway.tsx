import { changeMarks, type Evaluation, inLanguage, type Language } from '@hotline-atlas/model';
import { csvOf, download } from '@hotline-atlas/ui/answer/csv.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { MarkKey } from '../change/MarkKey.tsx';
import { useShownMonth } from './MonthContext.ts';
import { rankingTable } from './rankingTable.ts';
import { evaluationWords } from './words.ts';
import { chosenWords } from './words-chosen.ts';

const HowJudged = lazy(() =>
  import('../../judgement/HowJudged.tsx').then((module) => ({ default: module.HowJudged })),
);

/** The address of the sheet of a month as a file. */
function sheetAddress(
  { month, group }: Evaluation['meta'],
  format: 'xlsx' | 'pdf',
  language: Language,
): string {
  const asked = new URLSearchParams({ month, group: group.name, format, language });
  return `/api/evaluation/sheet?${asked}`;
}

const bulletinAddress = ({ month }: Evaluation['meta'], language: Language): string =>
  `/api/evaluation/bulletin?${new URLSearchParams({ month, language })}`;

/** What a file of the month says of itself, before its rows. */
function useRemarks(): string[] {
  const { language, messages, meta } = useScreen();
  const words = useWords(evaluationWords);
  const { answer } = useShownMonth();
  const { scheme, group, month, as_of } = answer.meta;
  return [
    labelled(words.page, `${month} · ${inLanguage(group.label, language)}`, language),
    `${words.subtitle.scheme(scheme.name)}${scheme.example ? ` (${words.subtitle.example})` : ''}`,
    inLanguage(answer.method.summary, language),
    ...(answer.meta.provisional ? [words.subtitle.provisionalOpen] : []),
    labelled(messages.how.version, String(as_of.version), language),
    ...(meta.synthetic ? [messages.syntheticLong] : []),
  ];
}

/** The sheet of the ranking, and the bulletin of the month. */
function Documents() {
  const { language } = useScreen();
  const words = useWords(chosenWords).take;
  const { meta } = useShownMonth().answer;
  return (
    <>
      {(['xlsx', 'pdf'] as const).map((format) => (
        <a key={format} className="link" download href={sheetAddress(meta, format, language)}>
          {words[format]}
        </a>
      ))}
      <a className="link" download href={bulletinAddress(meta, language)}>
        {words.bulletin}
      </a>
    </>
  );
}

/** The marks that stand in the table. */
function useStandingMarks() {
  const { rows } = useShownMonth();
  const standing = new Set(rows.filter(({ change }) => change !== null).map(({ mark }) => mark));
  return new Map(changeMarks.filter((mark) => standing.has(mark)).map((mark) => [mark, mark]));
}

/** The numbers of the month as files, how they came about, and what the marks mean. */
export function TakeAway() {
  const { language, meta, person } = useScreen();
  const words = useWords(chosenWords).take;
  const month = useShownMonth();
  const remarks = useRemarks();
  const marks = useStandingMarks();
  const [asksHow, setAsksHow] = useState(false);
  const { answer, rows } = month;
  const { group } = answer.meta;
  const save = () =>
    download(
      `${meta.code}-evaluation-${answer.meta.month}-${group.name}.csv`,
      csvOf(rankingTable(month, rows, language), remarks),
    );
  return (
    <footer className="evaluation-take">
      <nav className="screen-only" aria-label={words.label}>
        <button type="button" className="link" onClick={save}>
          {words.csv}
        </button>
        {person.may.has('export') && <Documents />}
        <button type="button" className="link" onClick={() => setAsksHow(true)}>
          {words.method}
        </button>
      </nav>
      <MarkKey marks={marks} />
      {asksHow && (
        <Suspense>
          <HowJudged method={answer.method} meta={answer.meta} onClose={() => setAsksHow(false)} />
        </Suspense>
      )}
    </footer>
  );
}
