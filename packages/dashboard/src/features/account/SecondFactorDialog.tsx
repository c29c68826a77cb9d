import type { SecondFactor } from '@hotline-atlas/model';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import type { Person } from '../../screen/person.ts';
import { PasswordField } from '../session/PasswordField.tsx';
import { useRefusal } from '../session/refusals.ts';
import { QrCode } from './QrCode.tsx';
import { accountWords } from './words.ts';

/** A form that asks for the password, and does something with it. */
function WithPassword(props: {
  submit: string;
  why: string;
  busy: boolean;
  error: Error | null;
  onPassword: (password: string) => void;
}) {
  const words = useWords(accountWords);
  const refusal = useRefusal();
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onPassword(password);
  };
  return (
    <form className="form" onSubmit={send}>
      <p>{props.why}</p>
      <PasswordField
        label={words.secondFactor.password}
        value={password}
        onText={setPassword}
        autoComplete="current-password"
      />
      <WriteProblem
        error={props.error}
        say={(failure) => (failure.problem === 'password-wrong' ? words.password.wrong : refusal(failure))}
      />
      <button type="submit" className="button main" disabled={props.busy}>
        {props.submit}
      </button>
    </form>
  );
}

/** In groups that can be typed without losing one's place; selected as a whole, without the gaps. */
function Secret({ text }: { text: string }) {
  const { secondFactor: words } = useWords(accountWords);
  return (
    <div>
      <span className="hint">{words.secret}</span>
      {/* Gaps are margins: what is selected and copied is the secret itself. */}
      <code className="secret" data-testid="secret">
        {(text.match(/.{1,4}/g) ?? []).map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </code>
    </div>
  );
}

/** The secret, and the code that shows it has arrived. */
function Confirm({ beginning, onDone }: { beginning: SecondFactor; onDone: () => void }) {
  const { secondFactor: words } = useWords(accountWords);
  const refusal = useRefusal();
  const [code, setCode] = useState('');
  const { busy, error, run } = useWrite('session');
  const secret = new URL(beginning.uri).searchParams.get('secret') ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { code: code.replaceAll(' ', '') };
    if ((await run('second-factor/confirm', { method: 'POST', body })) !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>{words.scan}</p>
      <div className="second-factor">
        <QrCode text={beginning.uri} label={words.qr} />
        <div className="form">
          <Secret text={secret} />
          <a href={beginning.uri}>{words.link}</a>
        </div>
      </div>
      <Field
        label={words.code}
        value={code}
        onText={setCode}
        required
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
      />
      <WriteProblem
        error={error}
        say={(failure) => (failure.problem === 'code-wrong' ? words.wrong : refusal(failure))}
      />
      <button type="submit" className="button main" disabled={busy}>
        {words.confirm}
      </button>
    </form>
  );
}

/** After it was switched on: the codes for the day the phone is lost. */
function Done({ codes }: { codes: readonly string[] }) {
  const { secondFactor: words } = useWords(accountWords);
  return (
    <div className="form" role="status">
      <p>{words.done}</p>
      {codes.length > 0 && (
        <>
          <p>{words.backup}</p>
          <ul className="backup-codes">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Switches the second factor of one's own account on or off. */
export function SecondFactorDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const words = useWords(accountWords);
  const [wasOn] = useState(person.secondFactor);
  const [beginning, setBeginning] = useState<SecondFactor | null>(null);
  const [isDone, setDone] = useState(false);
  const { busy, error, run } = useWrite('session');
  const begin = async (password: string) => {
    const begun = await run<SecondFactor>('second-factor', { method: 'POST', body: { password } });
    if (begun) setBeginning(begun);
  };
  const end = async (password: string) => {
    const ended = await run('second-factor', { method: 'DELETE', body: { password } });
    if (ended !== undefined) setDone(true);
  };
  return (
    <Dialog title={words.items.secondFactor} onClose={onClose}>
      {isDone &&
        (wasOn ? (
          <p role="status">{words.secondFactor.ended}</p>
        ) : (
          <Done codes={beginning?.backup_codes ?? []} />
        ))}
      {!isDone && beginning && <Confirm beginning={beginning} onDone={() => setDone(true)} />}
      {!isDone && !beginning && (
        <WithPassword
          why={wasOn ? words.secondFactor.on : words.secondFactor.off}
          submit={wasOn ? words.secondFactor.end : words.secondFactor.begin}
          busy={busy}
          error={error}
          onPassword={wasOn ? end : begin}
        />
      )}
    </Dialog>
  );
}
