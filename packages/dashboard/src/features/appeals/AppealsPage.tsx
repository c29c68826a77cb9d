import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { FailedNote, FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { isOld, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { Downloads } from './Downloads.tsx';
import { ListFacets } from './ListFacets.tsx';
import { ListTabs } from './ListTabs.tsx';
import { areOrders, dueAtOf, isOfAllDays, listDays, partOf } from './list.ts';
import { listWords } from './listWords.ts';
import { OrderTable } from './OrderTable.tsx';
import { Paging } from './Paging.tsx';
import { listFile, useListPage } from './useAppeals.ts';
import { useTotal } from './useTotal.ts';
import { appealWords } from './words.ts';
import './appeals.css';
import './order-list.css';

/** The orders that match filters and words: by their state, sorted, page by page. */
export function AppealsPage() {
  const words = useWords(listWords);
  const { found } = useWords(appealWords);
  const screen = useScreen();
  const { state, language, messages } = screen;
  const view = useListPage();
  const page = view.answer;
  const part = partOf(state.where);
  const days = isOfAllDays(screen) ? words.anyTime : periodLabel(listDays(screen), language);
  const counted = useTotal(page, language);
  // The heading is of what is asked for already, and its number not known yet.
  const total = page && isOld(view) ? '–' : counted;
  const searched = state.appeals.search ? found(state.appeals.search) : '';
  return (
    <div className="orders-page">
      <ListTabs />
      <div className="orders-columns">
        <section
          className="orders"
          aria-labelledby="orders-title"
          aria-busy={view.loading || view.stale}
          data-testid="appeal-list"
        >
          <header className="orders-head">
            <h2 id="orders-title">
              {words.title[part ?? (areOrders(screen.state.where) ? 'orders' : 'some')](chosenPlace(screen))}
            </h2>
            <p className="subtitle">
              {[[total, searched].filter(Boolean).join(' '), days, dueAtOf(screen).dueAt && words.now]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </header>
          {view.error && !page && <FailedPanel view={view} />}
          {view.error && page ? (
            <FailedNote view={view} />
          ) : (
            <Waiting view={view} shown={page !== undefined} />
          )}
          {view.loading && <Skeleton />}
          {page && page.rows.length === 0 && (
            <p className="panel-message">
              {part === null || part === 'all' ? messages.panels.empty : words.none[part]}
            </p>
          )}
          {page && page.rows.length > 0 && (
            <div className={isOld(view) ? 'stale' : ''}>
              <OrderTable page={page} />
            </div>
          )}
          {page && <Paging page={page} />}
          {page && page.rows.length > 0 && <Downloads addressOf={(format) => listFile(screen, format)} />}
        </section>
        <ListFacets />
      </div>
    </div>
  );
}
