import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { leastLength, strengthOf } from './strength.ts';
import { sessionWords } from './words.ts';
import './session.css';

interface PasswordFieldProps {
  label: string;
  value: string;
  onText: (text: string) => void;
  autoComplete: 'current-password' | 'new-password';
  autoFocus?: boolean;
}

/** A password, hidden unless its owner wants to see it. */
export function PasswordField(props: PasswordFieldProps) {
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
      hint={isNew && <Rules length={[...props.value].length} />}
      end={
        <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? words.hide : words.show}
        </button>
      }
    />
  );
}

/** What a password has to be, before it is typed, and how far it is. */
function Rules({ length }: { length: number }) {
  const words = useWords(sessionWords);
  const strength = strengthOf(length);
  return (
    <>
      {words.rules(leastLength)}
      <span className="strength" aria-live="polite">
        <span className={`strength-bar ${strength}`} aria-hidden="true">
          <i style={{ width: `${Math.min(100, (length / 24) * 100)}%` }} />
        </span>
        {length > 0 && (
          <>
            {words.strength.label}:{' '}
            {strength === 'short' ? words.strength.short(leastLength - length) : words.strength[strength]}
          </>
        )}
      </span>
    </>
  );
}
