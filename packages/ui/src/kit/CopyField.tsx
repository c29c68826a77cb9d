import { useState } from 'react';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';

/** Whether a text came onto the clipboard; browsers refuse on pages without TLS. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A text that is to be copied, with a button; where the browser refuses, it is selected. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const words = useWords(uiWords);
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="copy-field">
      <input readOnly aria-label={label} value={text} onFocus={(event) => event.currentTarget.select()} />
      <button
        type="button"
        className="button"
        onClick={async (event) => {
          const field = event.currentTarget.previousElementSibling;
          setCopied(await copied(text));
          if (field instanceof HTMLInputElement) field.select();
        }}
      >
        {isCopied ? words.copied : words.copy}
      </button>
    </div>
  );
}
