import { type Integrity, inLanguage } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { useScreen } from '../../screen/screen.ts';
import { IntegrityBar } from './IntegrityBar.tsx';
import { integrityTable } from './integrityTable.ts';
import { KindFilter } from './KindFilter.tsx';
import { Question } from './Question.tsx';
import { TestedKinds } from './TestedKinds.tsx';
import { integrityRequest, questionId, shownOf, useIntegrity } from './useIntegrity.ts';
import { integrityWords } from './words.ts';
import './integrity.css';

/** Questions in the list, the weightiest; all are in the file. */
const mostShown = 200;

function Questions({ answer }: { answer: Integrity }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(integrityWords);
  const shown = shownOf(answer, screen);
  const kinds = new Map(answer.kinds.map((kind) => [kind.kind, kind]));
  const tests = answer.method.sample.tests ?? 0;
  return (
    <>
      {answer.flags.length > 0 && shown.length === 0 && <p>{words.emptyKind}</p>}
      {answer.flags.length === 0 && (
        <p data-testid="integrity-empty">
          {tests > 0 ? words.empty(exact(tests, language)) : words.nothingTested}
        </p>
      )}
      <ol className="integrity-list">
        {shown.slice(0, mostShown).map((test) => {
          const kind = kinds.get(test.kind);
          return kind && <Question key={questionId(test)} test={test} kind={kind} meta={answer.meta} />;
        })}
      </ol>
      <TestedKinds answer={answer} />
    </>
  );
}

function useTitle(answer: Integrity | undefined): { title: string; subtitle: string } {
  const screen = useScreen();
  const { language, messages, label, state } = screen;
  const words = useWords(integrityWords);
  if (!answer) return { title: messages.pages.integrity, subtitle: '' };
  const month = bucketLabel(`${answer.meta.month}-01`, 'month', language);
  const count = shownOf(answer, screen).length;
  const { unit } = state.integrity;
  const { units = 0, tests = 0 } = answer.method.sample;
  const noneOfAll = tests > 0 ? words.none(month) : words.nothingJudged(month);
  const none = unit === '' ? noneOfAll : words.noneOfUnit(label(answer.meta.group.by, unit));
  return {
    title: count === 0 ? none : words.title(count, exact(count, language), month),
    subtitle: words.subtitle(
      inLanguage(answer.meta.group.label, language),
      exact(units, language),
      exact(tests, language),
    ),
  };
}

/** What to ask units about their orders of a month: each a question with what it rests on, no verdict. */
export function IntegrityPage() {
  const screen = useScreen();
  const words = useWords(integrityWords);
  const view = useIntegrity();
  const { answer } = view;
  return (
    <div className="integrity-page" data-testid="integrity-page">
      <IntegrityBar answer={answer} />
      <JudgementPanel
        name="integrity"
        view={view}
        {...useTitle(answer)}
        controls={answer && answer.flags.length > 0 && <KindFilter answer={answer} />}
        table={(shown) => integrityTable(shown, screen, words)}
        file={integrityRequest(screen, 'csv')}
      >
        {(shown) => <Questions answer={shown} />}
      </JudgementPanel>
    </div>
  );
}
