import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import type { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import type { Person } from '../../screen/person.ts';
import { PasswordField } from '../session/PasswordField.tsx';
import { useRefusal } from '../session/refusals.ts';
import { leastLength } from '../session/strength.ts';
import { accountWords } from './words.ts';

const isWrong = ({ problem }: RequestFailed): boolean => problem === 'password-wrong';

/** Changes one's own password. */
export function PasswordDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const words = useWords(accountWords);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isDone, setDone] = useState(false);
  const refusal = useRefusal();
  const { busy, error, run } = useWrite('session');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await run('password', { method: 'POST', body: { current, next } })) !== undefined) setDone(true);
  };
  return (
    <Dialog title={words.items.password} onClose={onClose}>
      {isDone ? (
        <p role="status">{words.password.done}</p>
      ) : (
        <form className="form" onSubmit={submit}>
          <PasswordField
            label={words.password.current}
            value={current}
            onText={setCurrent}
            autoComplete="current-password"
          />
          <PasswordField
            label={words.password.next}
            value={next}
            onText={setNext}
            autoComplete="new-password"
            account={person.name}
          />
          <WriteProblem
            error={error}
            say={(failure) => (isWrong(failure) ? words.password.wrong : refusal(failure))}
          />
          <button type="submit" className="button main" disabled={busy || next.length < leastLength}>
            {words.password.submit}
          </button>
        </form>
      )}
    </Dialog>
  );
}
