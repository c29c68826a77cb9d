import { inLanguage } from '@hotline-atlas/model';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useWideWindow } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useEffect, useState } from 'react';
import { turnedTo } from '../address/object.ts';
import { looksLikeNumber, searchText } from '../address/search-text.ts';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import type { AppealPage } from '../features/appeals/useAppeals.ts';
import { StateLink } from '../panel/ObjectLink.tsx';
import { homeOf } from '../screen/home.ts';
import { useScreen } from '../screen/screen.ts';
import { AsOf } from './AsOf.tsx';
import { LanguageSwitch } from './Choices.tsx';
import { LooksMenu } from './LooksMenu.tsx';
import { PageLinks } from './PageLinks.tsx';
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

/** City and service, pages, search, language, looks, and who is signed in. */
export function TopBar() {
  const words = useWords(appWords);
  const { meta, state, language, messages, person, label } = useScreen();
  const isWide = useWideWindow();
  return (
    <header className="topbar">
      <StateLink className="brand" to={turnedTo(state, homeOf(person))} title={words.home}>
        <strong>{inLanguage(meta.name, language)}</strong>
        <span>{inLanguage(meta.hotline, language)}</span>
      </StateLink>
      <PageLinks />
      {meta.synthetic && (
        <span className="synthetic" title={messages.syntheticLong}>
          {words.synthetic}
        </span>
      )}
      <div className="topbar-end">
        {person.scope?.texts && <SearchBox />}
        {!isWide && <AsOf />}
        <LanguageSwitch />
        <LooksMenu />
        <AccountMenu person={person} label={label} />
      </div>
    </header>
  );
}
