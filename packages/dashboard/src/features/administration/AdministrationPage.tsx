import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useAddresses, useNavigation } from '../../address/useNavigation.ts';
import { AccountsPanel } from './AccountsPanel.tsx';
import { AuditPanel } from './AuditPanel.tsx';
import { administrationWords } from './words.ts';
import './administration.css';

/** Who has an account and what it sees; and what was done. */
export function AdministrationPage() {
  const { parts } = useWords(administrationWords);
  const { change } = useNavigation();
  const part = useAddresses(({ chosen }) => chosen.state.administration.part);
  return (
    <div className="administration">
      <Segmented
        label={parts.label}
        options={(['accounts', 'audit'] as const).map((name) => ({ name, label: parts[name] }))}
        chosen={part}
        onChoose={(name) => change({ administration: { part: name, find: '', event: '', who: '' } })}
      />
      {part === 'accounts' ? <AccountsPanel /> : <AuditPanel />}
    </div>
  );
}
