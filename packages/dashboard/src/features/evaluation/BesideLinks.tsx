import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { useShownMonth } from './MonthContext.ts';
import { evaluationWords } from './words.ts';

/** The pages beside this one, in the same month, and paper. */
export function BesideLinks() {
  const { state } = useScreen();
  const words = useWords(evaluationWords);
  const { month, group } = useShownMonth().answer.meta;
  const beside = (page: 'integrity' | 'schemes' | 'monthlyTopics') =>
    changed(turnedTo(state, { page, object: '' }), { evaluation: { month, group: group.name } });
  return (
    <nav className="evaluation-beside screen-only" aria-label={words.page}>
      <StateLink to={beside('schemes')}>{words.schemes}</StateLink>
      <StateLink to={beside('integrity')}>{words.integrity}</StateLink>
      <StateLink to={beside('monthlyTopics')}>{words.topics}</StateLink>
      <button type="button" className="link" onClick={() => window.print()}>
        {words.print}
      </button>
    </nav>
  );
}
