import { dayLabel, momentLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedNote, FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { isOld, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { hasDays } from '../../address/period.ts';
import { isSearchFilter } from '../../address/search-text.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { Downloads } from './Downloads.tsx';
import { Paging } from './Paging.tsx';
import { type Appeal, type AppealSubset, exportAddress, fieldText, useAppealPage } from './useAppeals.ts';
import { useTotal } from './useTotal.ts';
import { appealWords } from './words.ts';
import './appeals.css';

/** The most specific topic, place and state of an appeal, for one line. */
function contextOf(appeal: Appeal, screen: Screen): string {
  const first = (
    ...names: ('topic1' | 'topic2' | 'topic3' | 'district' | 'subdistrict' | 'kind' | 'status')[]
  ) => {
    const name = names.find((each) => fieldText(appeal, each) !== '');
    return name ? screen.label(name, fieldText(appeal, name)) : '';
  };
  return [
    first('topic3', 'topic2', 'topic1'),
    first('subdistrict', 'district'),
    first('kind'),
    first('status'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function AppealRow({ appeal }: { appeal: Appeal }) {
  const words = useWords(appealWords);
  const screen = useScreen();
  const { language, change, state, person } = screen;
  const id = fieldText(appeal, 'id');
  const text = fieldText(appeal, 'text') || fieldText(appeal, 'address');
  return (
    <li>
      <button
        type="button"
        className={`appeal ${state.appeals.open === id ? 'chosen' : ''}`}
        data-testid="appeal"
        onClick={() => change({ appeals: { open: id } })}
      >
        <span className="appeal-head">
          <time>{momentLabel(fieldText(appeal, 'received'), language)}</time>
          <span>{contextOf(appeal, screen)}</span>
        </span>
        {person.scope?.texts && <span className="appeal-line">{text || words.noText}</span>}
        <span className="hidden">{words.open(id)}</span>
      </button>
    </li>
  );
}

/** The appeals themselves, newest first, page by page. */
export function AppealList({ limit, subset }: { limit: number; subset?: AppealSubset }) {
  const words = useWords(appealWords);
  const screen = useScreen();
  const { messages, language, state } = screen;
  const days = subset?.period ?? screen.days;
  const view = useAppealPage(limit, subset);
  const page = view.answer;
  const found = state.appeals.search ? ` ${words.found(state.appeals.search)}` : '';
  const unknown = page?.meta.total === 0 && !page.meta.searched_from && !hasDays(days, screen.meta.spans);
  const counted = useTotal(page, language);
  const isOfOther = page !== undefined && isOld(view);
  const total = isOfOther ? '–' : unknown ? '' : counted;
  const searchedFrom = page?.meta.searched_from;
  return (
    <section
      className="appeals"
      aria-labelledby="appeals-title"
      aria-busy={view.loading || view.stale}
      data-testid="appeal-list"
    >
      <header>
        <h2 id="appeals-title">{subset?.title ?? words.inArea(chosenPlace(screen))}</h2>
        <p className="subtitle">
          {total}
          {found}
          {(total || found) && ' · '}
          {periodLabel(days, language)}
          {page &&
            !isOfOther &&
            page.rows.length < page.meta.total &&
            ` · ${words.here(exact(page.rows.length, language))}`}
        </p>
        {state.appeals.search && !isSearchFilter(state.page) && (
          <p className="subtitle">
            {words.searchScope}{' '}
            <button
              type="button"
              className="link"
              onClick={() => screen.change({ appeals: { search: '', cursor: '' } })}
            >
              {words.searchEnd}
            </button>
          </p>
        )}
      </header>
      {view.error && !page && <FailedPanel view={view} />}
      {view.error && page ? <FailedNote view={view} /> : <Waiting view={view} shown={page !== undefined} />}
      {view.loading && <Skeleton />}
      {page && page.rows.length === 0 && (
        <p className="panel-message">
          {searchedFrom
            ? words.noneYet(dayLabel(searchedFrom, language))
            : unknown
              ? messages.panels.noDays
              : messages.panels.empty}
        </p>
      )}
      {page && (
        <ol className={`appeal-rows ${isOld(view) ? 'stale' : ''}`}>
          {page.rows.map((appeal) => (
            <AppealRow key={fieldText(appeal, 'id')} appeal={appeal} />
          ))}
        </ol>
      )}
      {page && <Paging page={page} />}
      {page && page.rows.length > 0 && (
        <Downloads addressOf={(format) => exportAddress(screen, format, subset)} />
      )}
    </section>
  );
}
