import type { Account, Accounts, Invitation } from '@hotline-atlas/model';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useAddresses, useNavigation } from '../../address/useNavigation.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useWrite } from '../../questions/useWrite.ts';
import { useRefusal } from '../session/refusals.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { AccountsTable } from './AccountsTable.tsx';
import { InvitationDialog } from './InvitationDialog.tsx';
import { useNames } from './useNames.ts';
import { administrationWords } from './words.ts';

const isFound = ({ name, display_name }: Account, part: string): boolean =>
  `${name} ${display_name}`.toLocaleLowerCase().includes(part.trim().toLocaleLowerCase());

const path = ({ name }: Account): string => `accounts/${encodeURIComponent(name)}`;

/** All accounts: found, added, changed, disabled, and let in anew by a one-time link. */
export function AccountsPanel() {
  const { accounts: words } = useWords(administrationWords);
  const { change } = useNavigation();
  const find = useAddresses(({ chosen }) => chosen.state.administration.find);
  const view = useRequest<Accounts>('accounts');
  const names = useNames();
  const [edited, setEdited] = useState<Account | 'new' | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [told, setTold] = useState('');
  const refusal = useRefusal();
  const { busy, error, run } = useWrite('accounts', 'audit');
  if (!view.answer) return view.error ? <FailedPanel view={view} /> : <div className="skeleton" />;
  const { accounts, roles } = view.answer;
  const shown = accounts.filter((each) => isFound(each, find));
  const turn = async (account: Account) => {
    const body = { disabled: !account.disabled };
    if ((await run(path(account), { method: 'PATCH', body })) === undefined) return;
    setTold((account.disabled ? words.isEnabled : words.isDisabled)(account.display_name));
  };
  const invite = async (account: Account) => {
    const made = await run<Invitation>(`${path(account)}/invitation`, {
      method: 'POST',
      body: {},
    });
    if (made) setInvitation(made);
  };
  return (
    <section className="panel" aria-label={words.find} data-testid="accounts">
      <div className="administration-head">
        <div className="field-line">
          <input
            type="search"
            aria-label={words.find}
            placeholder={words.find}
            value={find}
            onChange={(event) => change({ administration: { find: event.target.value } }, 'replace')}
          />
        </div>
        <span className="hint">{words.count(shown.length, accounts.length)}</span>
        <button type="button" className="button main" onClick={() => setEdited('new')}>
          <Icon name="plus" /> {words.add}
        </button>
      </div>
      <WriteProblem error={error} say={refusal} />
      <p className={told && !error ? 'hint' : 'hidden'} role="status">
        {told}
      </p>
      <AccountsTable
        accounts={shown}
        roles={roles}
        nameOf={names.nameOf}
        busy={busy}
        onEdit={setEdited}
        onTurn={turn}
        onInvite={invite}
      />
      {edited && (
        <AccountDialog
          account={edited === 'new' ? null : edited}
          roles={roles}
          names={names}
          onClose={() => setEdited(null)}
          onInvited={(made) => {
            setEdited(null);
            setInvitation(made);
          }}
        />
      )}
      {invitation && <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />}
    </section>
  );
}
