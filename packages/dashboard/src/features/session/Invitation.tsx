import { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
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

/** Sets the password of the account a one-time link is for. */
export function Invitation({ invitation, onSet }: { invitation: string; onSet: () => void }) {
  const words = useWords(sessionWords);
  const [password, setPassword] = useState('');
  const refusal = useRefusal();
  const { busy, error, run } = useWrite();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run('invitation', { method: 'POST', body: { invitation, password } });
    if (done !== undefined) onSet();
  };
  return (
    <form className="form" onSubmit={submit}>
      <PasswordField
        label={words.invitation.password}
        value={password}
        onText={setPassword}
        autoComplete="new-password"
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
