import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { judgedWords } from './judged-words.ts';

/** Names of reasons for exclusion: the field's own, else those of the city. */
export function useReasonNames(): (reason: string) => string {
  const { reasons } = useWords(judgedWords).excluded;
  const { label } = useScreen();
  return (reason) => reasons[reason] ?? label('excluded_reason', reason);
}
