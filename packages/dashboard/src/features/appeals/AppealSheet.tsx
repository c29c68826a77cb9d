import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { AppealFacts } from './AppealFacts.tsx';
import { AppealLife, Standing } from './AppealLife.tsx';
import { AppealTexts } from './AppealTexts.tsx';
import { lifeNow } from './life.ts';
import { type Appeal, useAppeal } from './useAppeals.ts';
import { appealWords } from './words.ts';
import './appeals.css';
import './appeal-page.css';

const toldElsewhere = ['id', 'text', 'reply'];

function Contents({ appeal, columns }: { appeal: Appeal; columns: readonly string[] }) {
  const screen = useScreen();
  const life = lifeNow(appeal, screen);
  return (
    <div className="appeal-main">
      <Standing life={life} />
      <AppealTexts appeal={appeal} />
      <AppealLife appeal={appeal} life={life} />
      <AppealFacts appeal={appeal} columns={columns} without={toldElsewhere} />
    </div>
  );
}

/** One appeal with all its fields, beside the page. */
export function AppealSheet({ id }: { id: string }) {
  const words = useWords(appealWords);
  const { change } = useScreen();
  const view = useAppeal(id);
  const { answer, loading, error } = view;
  const appeal = answer?.rows[0];
  return (
    <Dialog
      title={words.sheet(id)}
      className="sheet"
      testId="appeal-sheet"
      onClose={() => change({ appeals: { open: '' } })}
    >
      <p>
        <ObjectLink to={{ page: 'appeal', object: id }}>{words.ownPage}</ObjectLink>
      </p>
      {error && <FailedPanel view={view} />}
      {appeal && answer && <Contents appeal={appeal} columns={answer.meta.columns} />}
      {!appeal && !error && !loading && <p>{words.missing}</p>}
    </Dialog>
  );
}
