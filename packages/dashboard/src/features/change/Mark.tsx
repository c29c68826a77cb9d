import { type ChangeMark, changeMarkWords, inLanguage } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { useScreen } from '../../screen/screen.ts';
import './change.css';

/** What the judgement says of a change, as one character; in words for those who ask or listen. */
export function Mark({ mark }: { mark: ChangeMark }) {
  const { language } = useScreen();
  const { symbol, label, rule } = changeMarkWords[mark];
  return (
    <span
      className={`mark mark-${mark}`}
      title={labelled(inLanguage(label, language), inLanguage(rule, language), language)}
    >
      <span aria-hidden="true">{symbol}</span>
      <span className="hidden">{inLanguage(label, language)}</span>
    </span>
  );
}

/** The look of a change by what the judgement says of it: ink and weight for what is beyond chance. */
export const toldBy = (mark: ChangeMark | null): string => (mark ? `told-${mark}` : '');

/** Keeps the place of a mark that is not known yet. */
export function MarkToCome() {
  return (
    <span className="mark unknown" aria-hidden="true">
      {changeMarkWords.beyond_chance.symbol}
    </span>
  );
}
