import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { AppealFacts } from './AppealFacts.tsx';
import { AppealLife, Standing } from './AppealLife.tsx';
import { AppealLinks } from './AppealLinks.tsx';
import { AppealPlace } from './AppealPlace.tsx';
import { AppealTexts } from './AppealTexts.tsx';
import { BesideLinks } from './BesideLinks.tsx';
import { lifeNow } from './life.ts';
import { matterOf } from './matter.ts';
import { ObjectToOrder } from './ObjectToOrder.tsx';
import { RelatedAppeals } from './RelatedAppeals.tsx';
import { fieldText, useAppeal } from './useAppeals.ts';
import { appealWords } from './words.ts';
import './appeals.css';
import './appeal-page.css';

/** Fields that are told in words, on the map or on the line of time. */
const toldElsewhere = [
  ...['id', 'text', 'reply', 'received', 'dispatched', 'signed', 'returned', 'due', 'closed', 'visited'],
  ...['contacted', 'resolved', 'satisfied', 'topic1', 'topic2', 'topic3', 'district', 'subdistrict', 'unit'],
];

/** The page of one appeal: how it stands, its reply and text, its life and its place. */
export function AppealPage() {
  const words = useWords(appealWords);
  const screen = useScreen();
  const id = screen.state.object;
  const view = useAppeal(id);
  const { answer, loading, error } = view;
  const appeal = answer?.rows[0];
  if (!appeal || !answer)
    return (
      <div className="appeal-page">
        {error ? (
          <FailedPanel view={view} />
        ) : loading ? (
          <Skeleton />
        ) : (
          <div className="page-message">
            <p>{words.missing}</p>
            <p className="ways-on">
              <ObjectLink to={{ page: 'appeals', object: '' }} className="link">
                {words.toList}
              </ObjectLink>
            </p>
          </div>
        )}
      </div>
    );
  const life = lifeNow(appeal, screen);
  return (
    <article className="appeal-page" data-testid="appeal-page" aria-busy={view.stale}>
      <header className="appeal-title">
        <div>
          <p className="subtitle">{words.sheet(fieldText(appeal, 'id'))}</p>
          <h2>{matterOf(appeal, screen) || words.noTopic}</h2>
          <Standing life={life} />
          <AppealLinks appeal={appeal} />
          <ObjectToOrder appeal={appeal} />
        </div>
        <BesideLinks id={id} />
      </header>
      <div className="appeal-columns">
        <div className="appeal-main">
          <AppealTexts appeal={appeal} />
          <AppealLife appeal={appeal} life={life} />
          <RelatedAppeals id={id} />
        </div>
        <aside className="appeal-side">
          <AppealPlace appeal={appeal} />
          <AppealFacts appeal={appeal} columns={answer.meta.columns} without={toldElsewhere} />
        </aside>
      </div>
    </article>
  );
}
