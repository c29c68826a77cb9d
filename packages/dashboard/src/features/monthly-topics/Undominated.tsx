import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { candidateWords } from './words-candidates.ts';

/** The mark of a topic that no other dominates; nothing where it is not known. */
export function Undominated({ isMarked }: { isMarked: boolean | null }) {
  const words = useWords(candidateWords);
  if (isMarked === null) return null;
  const said = isMarked ? words.undominated : words.dominated;
  return (
    <span className={isMarked ? 'undominated' : 'dominated'} title={said}>
      <span className="hidden">{said}</span>
    </span>
  );
}
