import { inLanguage } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { useShownMonth } from './MonthContext.ts';
import { counted } from './told.ts';
import { rankingWords } from './words-ranking.ts';

/** The groups of the scheme and how many are in each; each is a link to its ranking. */
export function GroupTabs() {
  const { state, language } = useScreen();
  const words = useWords(rankingWords);
  const { answer } = useShownMonth();
  const { groups, group } = answer.meta;
  if (groups.length < 2) return <h3 className="ranking-group">{inLanguage(group.label, language)}</h3>;
  return (
    <nav className="ranking-tabs" aria-label={words.tabs}>
      {groups.map(({ name, label, units }) => (
        <StateLink
          key={name}
          current={name === group.name}
          to={changed(state, {
            evaluation: {
              group: name,
              unit: '',
              named: '',
              within: '',
              order: '',
              weights: state.evaluation.weights,
            },
          })}
        >
          {inLanguage(label, language)} {units !== null && <small>{counted(units, language)}</small>}
        </StateLink>
      ))}
    </nav>
  );
}
