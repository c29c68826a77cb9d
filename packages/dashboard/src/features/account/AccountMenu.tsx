import { inLanguage } from '@hotline-atlas/model';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { Popover } from '@hotline-atlas/ui/kit/Popover.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import type { Person } from '../../screen/person.ts';
import { type Labeller, seesOf } from '../../screen/sees.ts';
import { afterSignOut } from '../../screen/signing.ts';
import { accountWords } from './words.ts';
import './account.css';

const PasswordDialog = lazy(() =>
  import('./PasswordDialog.tsx').then((module) => ({ default: module.PasswordDialog })),
);
const SecondFactorDialog = lazy(() =>
  import('./SecondFactorDialog.tsx').then((module) => ({ default: module.SecondFactorDialog })),
);
const TokensDialog = lazy(() =>
  import('./TokensDialog.tsx').then((module) => ({ default: module.TokensDialog })),
);

const dialogs = { password: PasswordDialog, secondFactor: SecondFactorDialog, tokens: TokensDialog };
type DialogName = keyof typeof dialogs;

export interface AccountMenuProps {
  person: Person;
  /** Names of districts and units, where they are known. */
  label?: Labeller;
}

const code: Labeller = (_, value) => value;

function Head({ person, label = code }: AccountMenuProps) {
  const language = useLanguage();
  const words = useWords(accountWords);
  if (person.isOpen)
    return (
      <div className="account-head">
        <strong>{words.open}</strong>
        <p className="hint">{words.openWhy}</p>
      </div>
    );
  return (
    <div className="account-head">
      <strong>{person.displayName}</strong>
      <span>
        {inLanguage(person.role.label, language)} · {person.name}
      </span>
      <p className="hint">{seesOf(person, label, language).join(' · ')}</p>
    </div>
  );
}

const initialOf = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? '';

function SignOut() {
  const words = useWords(accountWords);
  const { busy, error, run } = useWrite();
  const signOut = async () => {
    if ((await run('sign-out', { method: 'POST', body: {} })) !== undefined) afterSignOut();
  };
  return (
    <>
      <button type="button" className="menu-item" disabled={busy} onClick={signOut}>
        <Icon name="right" /> {words.items.signOut}
      </button>
      <WriteProblem error={error} />
    </>
  );
}

/** Who is signed in, what they see, and what belongs to their account. */
export function AccountMenu({ person, label = code }: AccountMenuProps) {
  const words = useWords(accountWords);
  const [shown, setShown] = useState<DialogName | null>(null);
  const Shown = shown && dialogs[shown];
  const called = person.isOpen ? words.open : words.menu(person.displayName);
  const may = (name: DialogName) => name !== 'tokens' || person.may.has('token');
  return (
    <>
      <Popover
        label={called}
        buttonLabel={called}
        className="account-menu"
        buttonClass={person.isOpen ? 'icon-button' : 'account-button'}
        button={
          person.isOpen ? (
            <Icon name="open" />
          ) : (
            <span aria-hidden="true">{initialOf(person.displayName)}</span>
          )
        }
      >
        {(close) => (
          <>
            <Head person={person} label={label} />
            {!person.isOpen && (
              <ul>
                {(['password', 'secondFactor', 'tokens'] as const).filter(may).map((name) => (
                  <li key={name}>
                    <button
                      type="button"
                      className="menu-item"
                      onClick={() => {
                        close();
                        setShown(name);
                      }}
                    >
                      <Icon name={name === 'tokens' ? 'link' : 'lock'} /> {words.items[name]}
                    </button>
                  </li>
                ))}
                {person.may.has('administer') && (
                  <li>
                    <a className="menu-item" href="/administration">
                      <Icon name="table" /> {words.items.administration}
                    </a>
                  </li>
                )}
                <li>
                  <SignOut />
                </li>
              </ul>
            )}
          </>
        )}
      </Popover>
      {Shown && (
        <Suspense>
          <Shown person={person} label={label} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </>
  );
}
