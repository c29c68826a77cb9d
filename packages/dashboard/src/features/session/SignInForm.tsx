import type { Session } from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { RequestFailed, request } from '@hotline-atlas/ui/request/request.ts';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useEffect, useState } from 'react';
import { useAddresses } from '../../address/useNavigation.ts';
import { useWrite } from '../../questions/useWrite.ts';
import { afterSignIn } from '../../screen/signing.ts';
import { PasswordField } from './PasswordField.tsx';
import { sessionWords } from './words.ts';

/** Problems that say: the password is right, and a code is asked for. */
const asksForCode = (error: Error | null): boolean =>
  error instanceof RequestFailed && error.problem === 'code-needed';

/** Goes where somebody belongs who has signed in: where they came from, else where their role lands. */
async function goOn(to: string): Promise<void> {
  const session = await request<Session>('session', new AbortController().signal).catch(() => null);
  const isAdministrator = session?.person?.scope === null;
  const here = new URLSearchParams(window.location.search);
  here.delete('to');
  const looks = here.size > 0 ? `?${here}` : '';
  window.location.replace(to || (isAdministrator ? `/administration${looks}` : `/${looks}`));
}

/** Why nobody was signed in, in one sentence that tells nothing of what was right. */
function useWhy(error: Error | null): { text: string; waits: boolean } {
  const words = useWords(sessionWords);
  const language = useLanguage();
  const [until, setUntil] = useState<number | null>(null);
  const wait = error instanceof RequestFailed && error.status === 429 ? (error.retryAfter ?? 60) : null;
  useEffect(() => {
    if (wait === null) return setUntil(null);
    setUntil(Date.now() + wait * 1000);
    const timer = setTimeout(() => setUntil(null), wait * 1000);
    return () => clearTimeout(timer);
  }, [wait, error]);
  if (!error || asksForCode(error)) return { text: '', waits: false };
  if (until !== null) {
    const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeStyle: 'medium' });
    return { text: words.later(time.format(until)), waits: true };
  }
  if (wait !== null) return { text: '', waits: false };
  const isRefused =
    error instanceof RequestFailed && ['signedOut', 'notAllowed', 'refused'].includes(error.kind);
  return { text: isRefused ? words.wrong : words.away, waits: false };
}

/** Name, password, and a code where one is asked for. @param account the name, where it is known already */
export function SignInForm({ session, account }: { session: Session | undefined; account: string }) {
  const words = useWords(sessionWords);
  const to = useAddresses(({ chosen }) => chosen.state.signIn.to);
  const [name, setName] = useState(account);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [isGoing, setGoing] = useState(false);
  const { busy, error, run } = useWrite();
  const why = useWhy(error);
  const isKnown = session?.person != null;
  useEffect(() => {
    if (isKnown) void goOn(to);
  }, [isKnown, to]);
  useEffect(() => {
    if (asksForCode(error)) setCodeAsked(true);
  }, [error]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { name: name.trim(), password, ...(isCodeAsked && { code: code.replaceAll(' ', '') }) };
    const signedIn = await run('sign-in', { method: 'POST', body });
    if (signedIn === undefined) return;
    setGoing(true);
    afterSignIn();
    await goOn(to);
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field
        label={words.name}
        value={name}
        onText={setName}
        required
        autoFocus={account === ''}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
      />
      <PasswordField
        label={words.password}
        value={password}
        onText={setPassword}
        autoComplete="current-password"
        autoFocus={account !== ''}
      />
      {isCodeAsked && (
        <Field
          label={words.code}
          hint={words.codeHint}
          value={code}
          onText={setCode}
          required
          autoFocus
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
        />
      )}
      <p className={why.text ? 'problem' : 'hidden'} role="alert">
        {why.text}
      </p>
      <button type="submit" className="button main large" disabled={busy || isGoing || why.waits}>
        {words.submit}
      </button>
      {to && <p className="hint">{words.back}</p>}
    </form>
  );
}
