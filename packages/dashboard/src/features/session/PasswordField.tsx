import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { holdsName, leastLength, strengthOf } from './strength.ts';
import { sessionWords } from './words.ts';
import './session.css';

interface PasswordFieldProps {
  label: string;
  value: string;
  onText: (text: string) => void;
  autoComplete: 'current-password' | 'new-password';
  autoFocus?: boolean;
  /** The name of the account, where it is known: a new password may not hold it. */
  account?: string;
}

/** A password, hidden unless its owner wants to see it. */
export function PasswordField({ account = '', ...props }: PasswordFieldProps) {
  const words = useWords(sessionWords);
  const [isShown, setShown] = useState(false);
  const isNew = props.autoComplete === 'new-password';
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      required
      minLength={isNew ? leastLength : undefined}
      maxLength={200}
      spellCheck={false}
      autoCapitalize="none"
      hint={isNew && <Rules password={props.value} account={account} />}
      end={
        <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? words.hide : words.show}
        </button>
      }
    />
  );
}

/** What a password has to be, before it is typed, and how far it is. */
function Rules({ password, account }: { password: string; account: string }) {
  const words = useWords(sessionWords);
  const language = useLanguage();
  const length = [...password].length;
  const isNamed = holdsName(password, account);
  const strength = isNamed ? 'short' : strengthOf(length);
  return (
    <>
      {words.rules(leastLength)}
      <span className="strength" aria-live="polite">
        <span className={`strength-bar ${strength}`} aria-hidden="true">
          <i style={{ width: `${Math.min(100, (length / 24) * 100)}%` }} />
        </span>
        {length > 0 && (
          <>
            {labelled(words.strength.label, '', language)}
            {isNamed
              ? words.strength.named
              : strength === 'short'
                ? words.strength.short(leastLength - length)
                : words.strength[strength]}
          </>
        )}
      </span>
    </>
  );
}
