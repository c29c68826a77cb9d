import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { uiWords } from '@hotline-atlas/ui/words/uiWords.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { PasswordField } from './PasswordField.tsx';
import { useRefusal } from './refusals.ts';
import { leastLength } from './strength.ts';
import { sessionWords } from './words.ts';

/** Why the password was not set; a link that is not known any more is told as such. */
function whyNot(error: Error, words: typeof sessionWords.en): string {
  if (!(error instanceof RequestFailed)) return words.away;
  if (error.status === 400 || error.status === 422) return words.refused(error.message);
  return [401, 403, 404, 409, 410].includes(error.status) ? words.invitation.used : words.away;
}

const isSpent = (error: Error): boolean => error instanceof RequestFailed && error.status === 410;

/** Whose password a link sets, before one is thought of; and why it sets none, where it does not work. */
function useInvited(invitation: string) {
  const [account, setAccount] = useState('');
  const { busy, error, run } = useWrite();
  const ask = async () => {
    const sent = { method: 'POST', body: { invitation } } as const;
    const told = await run<{ account: string }>('invitation/check', sent);
    setAccount(told?.account ?? '');
  };
  const first = useRef(ask);
  useEffect(() => void first.current(), []);
  return { account, busy, error, ask };
}

export interface InvitationProps {
  invitation: string;
  /** @param account the name to sign in with from here on */
  onSet: (account: string) => void;
}

/** Says whom a one-time link is for, and sets their password. */
export function Invitation({ invitation, onSet }: InvitationProps) {
  const words = useWords(sessionWords);
  const { failures } = useWords(uiWords);
  const { account, busy, error, ask } = useInvited(invitation);
  if (account !== '') return <NewPassword invitation={invitation} account={account} onSet={onSet} />;
  if (busy || !error) return <div className="skeleton" />;
  return (
    <p className="problem" role="alert">
      {whyNot(error, words)}{' '}
      {/* The address does not hold the link any more: loading the page anew would lose it. */}
      {!isSpent(error) && (
        <button type="button" className="link" onClick={ask}>
          {failures.now}
        </button>
      )}
    </p>
  );
}

function NewPassword({ invitation, account, onSet }: InvitationProps & { account: string }) {
  const words = useWords(sessionWords);
  const language = useLanguage();
  const [password, setPassword] = useState('');
  const refusal = useRefusal();
  const { busy, error, run } = useWrite();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run('invitation', { method: 'POST', body: { invitation, password } });
    if (done !== undefined) onSet(account);
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>
        {labelled(words.invitation.account, '', language)}
        <strong data-testid="invited">{account}</strong>
      </p>
      {/* Tells what keeps passwords whose this one is. */}
      <input type="text" autoComplete="username" value={account} readOnly hidden />
      <PasswordField
        label={words.invitation.password}
        value={password}
        onText={setPassword}
        autoComplete="new-password"
        account={account}
        autoFocus
      />
      <p className={error ? 'problem' : 'hidden'} role="alert">
        {error && (refusal(error) ?? whyNot(error, words))}
      </p>
      <button type="submit" className="button main large" disabled={busy || password.length < leastLength}>
        {words.invitation.submit}
      </button>
    </form>
  );
}
