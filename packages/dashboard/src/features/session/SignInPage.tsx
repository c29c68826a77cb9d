import type { Session } from '@hotline-atlas/model';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useAddresses } from '../../address/useNavigation.ts';
import { useSession } from '../../questions/useSession.ts';
import { Invitation } from './Invitation.tsx';
import { SignInForm } from './SignInForm.tsx';
import { sessionWords } from './words.ts';
import './session.css';

const invitationIn = (hash: string): string =>
  new URLSearchParams(hash.replace(/^#/, '')).get('invitation') ?? '';

/** The invitation of the address; taken out of it, so that it stays in no history. */
function useInvitation(): { invitation: string; end: () => void } {
  const [invitation, setInvitation] = useState(() => invitationIn(window.location.hash));
  useLayoutEffect(() => {
    const { pathname, search, hash } = window.location;
    if (hash) window.history.replaceState(window.history.state, '', pathname + search);
  }, []);
  return { invitation, end: () => setInvitation('') };
}

/** Other ways to sign in, each a link to who knows the reader already. */
function SingleSignOn({ providers }: { providers: Session['single_sign_on'] }) {
  const words = useWords(sessionWords);
  const language = useLanguage();
  const { to, error } = useAddresses(({ chosen }) => chosen.state.signIn);
  if (providers.length === 0) return null;
  return (
    <div className="form">
      <p className="sign-in-or">
        <span>{words.or}</span>
      </p>
      {error && (
        <p className="problem" role="alert">
          {words.refusedElsewhere}
        </p>
      )}
      {providers.map(({ id, label }) => (
        <a
          key={id}
          className="button"
          href={`/api/sign-in/sso/${encodeURIComponent(id)}${to ? `?${new URLSearchParams({ to })}` : ''}`}
        >
          {words.with(label[language] ?? label.en)}
        </a>
      ))}
    </div>
  );
}

function Open() {
  const words = useWords(sessionWords);
  return (
    <>
      <p>{words.open}</p>
      <p>
        <a className="button main" href="/">
          {words.goOn}
        </a>
      </p>
    </>
  );
}

/** Where people sign in, and set a password with a one-time link. @param looks language and colours */
export function SignInPage({ looks }: { looks: ReactNode }) {
  const words = useWords(sessionWords);
  const session = useSession().answer;
  const { invitation, end } = useInvitation();
  /** Whose password was set just now; empty where none was. */
  const [invited, setInvited] = useState('');
  const isOpen = session?.access === 'open';
  const title = invitation ? words.invitation.title : words.title;
  useLayoutEffect(() => {
    document.title = `${title} · Hotline Atlas`;
  }, [title]);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-brand">
          <svg viewBox="0 0 16 16" width="28" height="28" aria-hidden="true">
            <rect width="16" height="16" rx="3" fill="var(--accent)" />
            <path d="M3 12V8m3.3 4V5m3.4 7V9m3.3 3V3" stroke="var(--onAccent)" strokeWidth="2" />
          </svg>
          Hotline Atlas
        </p>
        <h1>{title}</h1>
        <p className="sign-in-lead">{invitation ? words.invitation.lead : words.lead}</p>
        {isOpen && <Open />}
        {!isOpen && invitation && (
          <Invitation
            invitation={invitation}
            onSet={(account) => {
              setInvited(account);
              end();
            }}
          />
        )}
        {!isOpen && !invitation && (
          <>
            {invited && (
              <p className="sign-in-note" role="status">
                {words.invitation.done}
              </p>
            )}
            <SignInForm session={session} account={invited} />
            <SingleSignOn providers={session?.single_sign_on ?? []} />
            <p className="hint">{words.forgotten}</p>
          </>
        )}
      </div>
      <div className="sign-in-looks">{looks}</div>
    </main>
  );
}
