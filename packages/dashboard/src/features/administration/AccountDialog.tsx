import {
  type Account,
  type Accounts,
  type AddedAccount,
  type Invitation,
  inLanguage,
} from '@hotline-atlas/model';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useId, useState } from 'react';
import { CodePicker } from '../../panel/CodePicker.tsx';
import { useWrite } from '../../questions/useWrite.ts';
import { useRefusal } from '../session/refusals.ts';
import type { Named, useNames } from './useNames.ts';
import { administrationWords } from './words.ts';

type Role = Accounts['roles'][number];

export interface AccountDialogProps {
  /** Null for a new one. */
  account: Account | null;
  roles: readonly Role[];
  names: ReturnType<typeof useNames>;
  onClose: () => void;
  /** A new account comes with a link. */
  onInvited: (invitation: Invitation) => void;
}

interface Draft {
  name: string;
  display_name: string;
  role: string;
  districts: readonly string[];
  units: readonly string[];
  project: string;
  /** Whether a second factor that was lost is taken away. */
  isFactorLost: boolean;
}

const draftOf = (account: Account | null, roles: readonly Role[]): Draft => ({
  name: account?.name ?? '',
  display_name: account?.display_name ?? '',
  role: account?.role ?? roles.find(({ sees }) => sees === 'own')?.name ?? roles[0]?.name ?? '',
  districts: account?.districts ?? [],
  units: account?.units ?? [],
  project: account?.project ?? '',
  isFactorLost: false,
});

/** What is sent of a draft: districts and units only where the role looks at them. */
function bodyOf({ project, isFactorLost, ...draft }: Draft, sees: Role['sees'] | undefined, isNew: boolean) {
  const { name, ...changes } = {
    ...draft,
    display_name: draft.display_name.trim() || draft.name.trim(),
    districts: sees === 'own' ? draft.districts : [],
    units: sees === 'own' ? draft.units : [],
    project: project.trim() === '' ? null : project.trim(),
    ...(isFactorLost && { second_factor: false }),
  };
  return isNew ? { name: name.trim(), ...changes } : changes;
}

/** Codes typed by hand, where names are not known. */
const codesIn = (text: string): string[] => text.split(/[\s,，、]+/u).filter(Boolean);

function Codes(props: {
  label: string;
  options: readonly Named[];
  chosen: readonly string[];
  onChoose: (codes: readonly string[]) => void;
}) {
  const { form: words } = useWords(administrationWords);
  const [typed, setTyped] = useState(props.chosen.join(', '));
  if (props.options.length > 0) return <CodePicker {...props} none={words.none} />;
  return (
    <Field
      label={props.label}
      hint={words.codesHint}
      value={typed}
      onText={(text) => {
        setTyped(text);
        props.onChoose(codesIn(text));
      }}
    />
  );
}

function RoleChoice(props: { roles: readonly Role[]; chosen: string; onChoose: (role: string) => void }) {
  const { form: words } = useWords(administrationWords);
  const language = useLanguage();
  const id = useId();
  const sees = props.roles.find(({ name }) => name === props.chosen)?.sees;
  return (
    <div className="field">
      <label htmlFor={id}>{words.role}</label>
      <select id={id} value={props.chosen} onChange={(event) => props.onChoose(event.target.value)}>
        {props.roles.map(({ name, label }) => (
          <option key={name} value={name}>
            {inLanguage(label, language)}
          </option>
        ))}
      </select>
      {sees && <p className="hint">{words.sees[sees]}</p>}
    </div>
  );
}

/** Adds or changes an account. What was typed stays until it is saved. */
export function AccountDialog({ account, roles, names, onClose, onInvited }: AccountDialogProps) {
  const { form: words } = useWords(administrationWords);
  const [draft, setDraft] = useState(() => draftOf(account, roles));
  const refusal = useRefusal();
  const { busy, error, run } = useWrite('accounts', 'audit');
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const sees = roles.find(({ name }) => name === draft.role)?.sees;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(draft, sees, account === null);
    const saved = account
      ? await run<Account>(`accounts/${encodeURIComponent(account.name)}`, { method: 'PATCH', body })
      : await run<AddedAccount>('accounts', { method: 'POST', body });
    if (saved === undefined) return;
    if (saved && 'invitation' in saved) onInvited(saved.invitation);
    else onClose();
  };
  return (
    <Dialog title={account ? words.edit(account.name) : words.add} onClose={onClose} testId="account-dialog">
      <form className="form" onSubmit={submit}>
        {!account && (
          <Field
            label={words.name}
            hint={words.nameHint}
            value={draft.name}
            onText={(name) => set({ name })}
            required
            pattern="[a-z][a-z0-9._\-]{1,62}"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <Field
          label={words.displayName}
          value={draft.display_name}
          onText={(display_name) => set({ display_name })}
          required
          maxLength={100}
          autoComplete="off"
        />
        <RoleChoice roles={roles} chosen={draft.role} onChoose={(role) => set({ role })} />
        {sees === 'own' && (
          <>
            <Codes
              label={words.districts}
              options={names.districts}
              chosen={draft.districts}
              onChoose={(districts) => set({ districts })}
            />
            <Codes
              label={words.units}
              options={names.units}
              chosen={draft.units}
              onChoose={(units) => set({ units })}
            />
          </>
        )}
        {sees === 'city' && (
          <Field
            label={words.project}
            hint={words.projectHint}
            value={draft.project}
            onText={(project) => set({ project })}
            maxLength={100}
          />
        )}
        {account?.second_factor && (
          <label className="check">
            <input
              type="checkbox"
              checked={draft.isFactorLost}
              onChange={(event) => set({ isFactorLost: event.target.checked })}
            />
            {words.factorLost}
          </label>
        )}
        <WriteProblem error={error} say={refusal} />
        <div className="form-buttons">
          <button type="submit" className="button main" disabled={busy}>
            {account ? words.save : words.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
