import { inLanguage } from '@hotline-atlas/model';
import { useWideWindow } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../address/object.ts';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import { FindBox } from '../features/find/FindBox.tsx';
import { StateLink } from '../panel/ObjectLink.tsx';
import { homeOf } from '../screen/home.ts';
import { useScreen } from '../screen/screen.ts';
import { AsOf } from './AsOf.tsx';
import { LanguageSwitch } from './Choices.tsx';
import { LooksMenu } from './LooksMenu.tsx';
import { PageLinks } from './PageLinks.tsx';
import { appWords } from './words.ts';
import './topbar.css';

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
        {person.scope && <FindBox />}
        {!isWide && <AsOf />}
        <LanguageSwitch />
        <LooksMenu />
        <AccountMenu person={person} label={label} />
      </div>
    </header>
  );
}
