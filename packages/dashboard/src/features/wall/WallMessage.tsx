import { type FindingKind, inLanguage } from '@hotline-atlas/model';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { useFindings } from '../city/Sentences.tsx';

/** The one sentence of a screen, by the kinds of findings it may be of; nothing where none was found. */
export function WallMessage({ kinds }: { kinds: readonly FindingKind[] }) {
  const { language } = useScreen();
  const { answer } = useFindings();
  const sentence = answer?.sentences.find(({ kind }) => kinds.includes(kind));
  if (!sentence) return null;
  return (
    <div className="wall-message">
      <p className="wall-finding">
        <Mark mark={sentence.mark} /> {inLanguage(sentence.text, language)}
      </p>
      <p className="city-detail">{inLanguage(sentence.detail, language)}</p>
    </div>
  );
}
