import { inLanguage } from '@hotline-atlas/model';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useWideWindow } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useEffect, useState } from 'react';
import type { Page } from '../address/place.ts';
import { looksLikeNumber, searchText } from '../address/search-text.ts';
import { hrefOf, type StateChange } from '../address/state.ts';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import type { AppealPage } from '../features/appeals/useAppeals.ts';
import { useScreen } from '../screen/screen.ts';
import { AsOf } from './AsOf.tsx';
import { LanguageChoice, ThemeChoice } from './Choices.tsx';
import { WallSwitch } from './WallSwitch.tsx';
import { appWords } from './words.ts';
import './topbar.css';

/** The appeal with a number, where there is one. */
async function isThere(id: string): Promise<boolean> {
  const address = `appeals?${new URLSearchParams({ id, limit: '1' })}`;
  const never = new AbortController().signal;
  const found = await request<AppealPage>(address, never).catch(() => null);
  return (found?.rows.length ?? 0) > 0;
}

function SearchBox() {
  const words = useWords(appWords);
  const { state, change } = useScreen();
  const [typed, setTyped] = useState(state.appeals.search);
  useEffect(() => setTyped(state.appeals.search), [state.appeals.search]);
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = searchText(typed);
    if (wanted === '') return change({ appeals: { search: '', cursor: '' } });
    if (looksLikeNumber(wanted) && (await isThere(wanted))) return change({ appeals: { open: wanted } });
    change({ page: 'appeals', appeals: { search: wanted, cursor: '' } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is still too new
    <form className="search" role="search" onSubmit={search}>
      <input
        type="search"
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="icon-button" aria-label={words.search.go}>
        <Icon name="search" />
      </button>
    </form>
  );
}

/** Pages the bar leads to. */
const listed = ['city', 'overview', 'alarms', 'map', 'trend', 'units', 'appeals'] as const;

const turnedTo = (page: Page): StateChange => ({ page, object: '', appeals: { open: '', cursor: '' } });

function PageLinks() {
  const words = useWords(appWords);
  const { state, messages, change } = useScreen();
  return (
    <nav aria-label={words.navigation}>
      {listed.map((page) => (
        <a
          key={page}
          href={hrefOf(state, turnedTo(page))}
          aria-current={state.page === page ? 'page' : undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            change(turnedTo(page));
          }}
        >
          {messages.pages[page]}
        </a>
      ))}
    </nav>
  );
}

/** City and service, pages, search, language, theme, who is signed in, and as of when. */
export function TopBar() {
  const words = useWords(appWords);
  const { meta, language, messages, person, label } = useScreen();
  const isWide = useWideWindow();
  return (
    <header className="topbar">
      <div className="brand">
        <strong>{inLanguage(meta.name, language)}</strong>
        <span>{inLanguage(meta.hotline, language)}</span>
      </div>
      <PageLinks />
      {meta.synthetic && (
        <span className="synthetic" title={messages.syntheticLong}>
          {words.synthetic}
        </span>
      )}
      <div className="topbar-end">
        {person.scope?.texts && <SearchBox />}
        {!isWide && <AsOf />}
        <LanguageChoice />
        <ThemeChoice />
        <WallSwitch />
        <AccountMenu person={person} label={label} />
      </div>
    </header>
  );
}
