import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  value: string;
  onText: (text: string) => void;
  /** What helps to fill it in. */
  hint?: ReactNode;
  /** What stands in the field at its end, such as a switch. */
  end?: ReactNode;
}

/** A field of a form: its name, what is typed, and a hint. */
export function Field({ label, onText, hint, end, autoFocus, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          {...input}
          id={id}
          // biome-ignore lint/a11y/noAutofocus: where the form stands for nothing else
          autoFocus={autoFocus}
          data-first={autoFocus}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onText(event.target.value)}
        />
        {end}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
    </div>
  );
}
