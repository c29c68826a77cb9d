import { type Integrity, inLanguage } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { integrityWords } from './words.ts';

/** All questions, or those of one kind; a kind that cannot be judged is no choice. */
export function KindFilter({ answer }: { answer: Integrity }) {
  const { state, language, change } = useScreen();
  const words = useWords(integrityWords);
  const { kind: chosen } = state.integrity;
  const choose = (kind: typeof chosen) => change({ integrity: { kind, open: '' } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons of one choice, with their name
    <div className="integrity-kinds" role="group" aria-label={words.kinds}>
      <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {words.all} <b>{exact(answer.flags.length, language)}</b>
      </button>
      {answer.kinds
        .filter(({ judgeable }) => judgeable)
        .map(({ kind, label, flags }) => (
          <button key={kind} type="button" aria-pressed={chosen === kind} onClick={() => choose(kind)}>
            {inLanguage(label, language)} <b>{exact(flags, language)}</b>
          </button>
        ))}
    </div>
  );
}
