import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useId, useState } from 'react';
import { pickerWords } from './picker-words.ts';
import './code-picker.css';

export interface CodePickerProps {
  label: string;
  /** What no choice means. */
  none: string;
  options: readonly { code: string; name: string }[];
  chosen: readonly string[];
  onChoose: (codes: readonly string[]) => void;
}

/** Rows that are shown at once: who has more types a part of the name. */
const most = 40;
/** From this many on, there is a field to find one. */
const many = 12;

/** Several of a list of named codes, as check boxes, with a field that narrows a long list. */
export function CodePicker({ label, none, options, chosen, onChoose }: CodePickerProps) {
  const words = useWords(pickerWords);
  const id = useId();
  const [wanted, setWanted] = useState('');
  const part = wanted.trim().toLocaleLowerCase();
  const known = new Map(options.map(({ code, name }) => [code, name]));
  const found = options.filter(
    ({ code, name }) => code.toLocaleLowerCase().includes(part) || name.toLocaleLowerCase().includes(part),
  );
  const shown = found.slice(0, most);
  const flip = (code: string) =>
    onChoose(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  return (
    <fieldset className="field code-picker">
      <legend className="label">{label}</legend>
      <p className="hint" aria-live="polite">
        {chosen.length > 0 ? chosen.map((code) => known.get(code) ?? code).join(words.comma) : none}
      </p>
      {options.length > many && (
        <div className="field-line">
          <input
            type="search"
            aria-label={words.find(label)}
            placeholder={words.find(label)}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      )}
      <ul className="code-rows">
        {shown.map(({ code, name }) => (
          <li key={code}>
            <label className="check" htmlFor={`${id}-${code}`}>
              <input
                id={`${id}-${code}`}
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={() => flip(code)}
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
      {found.length > shown.length && <p className="hint">{words.more(found.length - shown.length)}</p>}
    </fieldset>
  );
}
