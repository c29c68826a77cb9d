import type { NewToken, Token, Tokens } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { listed } from '@hotline-atlas/ui/format/joined.ts';
import { CopyField } from '@hotline-atlas/ui/kit/CopyField.tsx';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useContext, useState } from 'react';
import { CodePicker } from '../../panel/CodePicker.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useWrite } from '../../questions/useWrite.ts';
import { ownValues, type Person } from '../../screen/person.ts';
import { ScreenContext } from '../../screen/screen.ts';
import type { Labeller } from '../../screen/sees.ts';
import { accountWords } from './words.ts';

const usualDays = '90';

interface TokenFormProps {
  person: Person;
  onMade: (made: NewToken) => void;
}

/** Districts a token can be limited to: those its owner sees. */
function useDistricts(person: Person): { code: string; name: string }[] {
  const screen = useContext(ScreenContext);
  if (!screen) return [];
  const codes = ownValues(person, 'district') ?? Object.keys(screen.meta.labels.district ?? {});
  return codes.filter(Boolean).map((code) => ({ code, name: screen.label('district', code) }));
}

/** What a new token is for, how long it lasts, and how little it may see. */
function TokenForm({ person, onMade }: TokenFormProps) {
  const words = useWords(accountWords);
  const [name, setName] = useState('');
  const [days, setDays] = useState(usualDays);
  const [districts, setDistricts] = useState<readonly string[]>([]);
  const [texts, setTexts] = useState(false);
  const { busy, error, run } = useWrite('tokens');
  const options = useDistricts(person);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = {
      name: name.trim(),
      days: Number(days),
      texts,
      ...(districts.length > 0 && { districts }),
    };
    const made = await run<NewToken>('tokens', { method: 'POST', body });
    if (!made) return;
    setName('');
    onMade(made);
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field label={words.tokens.name} value={name} onText={setName} required maxLength={100} />
      <Field
        label={words.tokens.days}
        value={days}
        onText={setDays}
        required
        type="number"
        min={1}
        max={365}
        inputMode="numeric"
      />
      {options.length > 1 && (
        <CodePicker
          label={words.tokens.districts}
          none={words.tokens.allDistricts}
          options={options}
          chosen={districts}
          onChoose={setDistricts}
        />
      )}
      {person.scope?.texts && (
        <label className="check">
          <input type="checkbox" checked={texts} onChange={(event) => setTexts(event.target.checked)} />
          {words.tokens.texts}
        </label>
      )}
      <WriteProblem error={error} />
      <button type="submit" className="button main" disabled={busy}>
        {words.tokens.make}
      </button>
    </form>
  );
}

function Made({ made }: { made: NewToken }) {
  const { tokens: words } = useWords(accountWords);
  return (
    <div className="token-made" role="status">
      <strong>{made.name}</strong>
      <p>{words.made}</p>
      <CopyField label={words.token} text={made.token} />
      <pre>
        curl -H 'Authorization: Bearer …' \{'\n'} '{window.location.origin}
        /api/query?metrics=appeals&by=month'
      </pre>
    </div>
  );
}

function TokenRow({ token, label, onRemove }: { token: Token; label: Labeller; onRemove: () => void }) {
  const { tokens: words } = useWords(accountWords);
  const language = useLanguage();
  const isExpired = Date.parse(token.expires) < Date.now();
  const facts = [
    (isExpired ? words.expired : words.expires)(ownInstantLabel(token.expires, language)),
    token.last_used ? words.used(ownInstantLabel(token.last_used, language)) : words.unused,
    token.districts.length > 0
      ? listed(
          token.districts.map((code) => label('district', code)),
          language,
        )
      : words.allDistricts,
    ...(token.texts ? [words.withTexts] : []),
  ];
  return (
    <li>
      <div>
        <strong>{token.name}</strong>
        <p className="hint">{facts.join(' · ')}</p>
      </div>
      <IconButton icon="remove" label={words.remove(token.name)} onClick={onRemove} />
    </li>
  );
}

/** One's own tokens for scripts: makes them, shows each once, removes them. */
export function TokensDialog(props: { person: Person; label: Labeller; onClose: () => void }) {
  const words = useWords(accountWords);
  const view = useRequest<Tokens>('tokens');
  const [made, setMade] = useState<NewToken | null>(null);
  const [removed, setRemoved] = useState('');
  const { run } = useWrite('tokens');
  const remove = async ({ id, name }: Token) => {
    const done = await run(`tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
    if (done === undefined) return;
    setMade((last) => (last?.id === id ? null : last));
    setRemoved(name);
  };
  return (
    <Dialog title={words.items.tokens} onClose={props.onClose}>
      <p>{words.tokens.lead}</p>
      {made && <Made made={made} />}
      {view.error && !view.answer && <FailedPanel view={view} />}
      {view.answer && view.answer.tokens.length === 0 && <p className="hint">{words.tokens.none}</p>}
      {view.answer && view.answer.tokens.length > 0 && (
        <ul className="tokens">
          {view.answer.tokens.map((token) => (
            <TokenRow key={token.id} token={token} label={props.label} onRemove={() => remove(token)} />
          ))}
        </ul>
      )}
      <p className="hint" role="status">
        {removed && words.tokens.removed(removed)}
      </p>
      <TokenForm person={props.person} onMade={setMade} />
    </Dialog>
  );
}
