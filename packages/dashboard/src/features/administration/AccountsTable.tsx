import { type Account, type Accounts, inLanguage } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled, listed } from '@hotline-atlas/ui/format/joined.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { administrationWords } from './words.ts';

type Role = Accounts['roles'][number];

export interface AccountsTableProps {
  accounts: readonly Account[];
  roles: readonly Role[];
  nameOf: (code: string) => string;
  busy: boolean;
  onEdit: (account: Account) => void;
  onTurn: (account: Account) => void;
  onInvite: (account: Account) => void;
}

const most = 3;

/** What an account sees, in words. */
function useSees(nameOf: (code: string) => string) {
  const { accounts: words } = useWords(administrationWords);
  const language = useLanguage();
  return ({ districts, units, project }: Account, role: Role | undefined): string => {
    const own = [...districts, ...units];
    const named = [
      ...own.slice(0, most).map(nameOf),
      ...(own.length > most ? [words.more(own.length - most)] : []),
    ];
    const sees =
      role?.sees === 'nothing'
        ? words.nothing
        : role?.sees === 'city'
          ? words.city
          : own.length > 0
            ? listed(named, language)
            : words.missing;
    return project ? `${sees} · ${words.project(project)}` : sees;
  };
}

function Row({ account, table, sees }: { account: Account; table: AccountsTableProps; sees: string }) {
  const { accounts: words } = useWords(administrationWords);
  const language = useLanguage();
  const role = table.roles.find(({ name }) => name === account.role);
  const called = account.display_name || account.name;
  return (
    <tr className={account.disabled ? 'disabled' : ''} data-account={account.name}>
      <th scope="row">
        {called}
        <small>{account.name}</small>
      </th>
      <td>{role ? inLanguage(role.label, language) : account.role}</td>
      <td>{sees}</td>
      <td>{account.last_sign_in ? ownInstantLabel(account.last_sign_in, language) : words.never}</td>
      <td>
        {account.disabled ? words.disabled : words.active}
        {account.second_factor && <small>{words.secondFactor}</small>}
      </td>
      <td>
        <span className="quiet-row">
          <IconButton icon="edit" label={words.edit(called)} onClick={() => table.onEdit(account)} />
          <button
            type="button"
            className="link"
            disabled={table.busy || account.disabled}
            aria-label={labelled(words.link, called, language)}
            onClick={() => table.onInvite(account)}
          >
            {words.link}
          </button>
          <button
            type="button"
            className="link"
            disabled={table.busy}
            aria-label={labelled(account.disabled ? words.enable : words.disable, called, language)}
            onClick={() => table.onTurn(account)}
          >
            {account.disabled ? words.enable : words.disable}
          </button>
        </span>
      </td>
    </tr>
  );
}

/** Accounts with their roles, and the ways to change them. */
export function AccountsTable(props: AccountsTableProps) {
  const { accounts: words } = useWords(administrationWords);
  const seesOf = useSees(props.nameOf);
  if (props.accounts.length === 0) return <p className="panel-message">{words.none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll accounts-table" tabIndex={0} aria-label={words.columns.name}>
      <table>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([name, label]) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.accounts.map((account) => (
            <Row
              key={account.name}
              account={account}
              table={props}
              sees={seesOf(
                account,
                props.roles.find(({ name }) => name === account.role),
              )}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
