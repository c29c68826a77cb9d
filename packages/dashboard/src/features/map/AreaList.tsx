import { dimensionOf, inLanguage } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { rank } from '@hotline-atlas/ui/answer/ranking.ts';
import { useKeptFocus } from '@hotline-atlas/ui/kit/useKeptFocus.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { isOwnDistrict, ownValues } from '../../screen/person.ts';
import { useScreen } from '../../screen/screen.ts';
import { RankedList, rowsUnder } from '../ranking/RankedList.tsx';
import { isAbout, type MapAreas } from './useMapAreas.ts';
import { mapWords } from './words.ts';

/** The areas of the map as a list: the same choice for the keyboard. */
export function AreaList({ areas }: { areas: MapAreas }) {
  const words = useWords(mapWords);
  const { language, person } = useScreen();
  const { level, above } = areas.drill;
  const { answer } = areas.view;
  const host = useKeptFocus<HTMLElement>();
  if (!level) return null;
  const name = inLanguage(dimensionOf(level).label, language);
  return (
    <section
      ref={host}
      tabIndex={-1}
      className={`area-list ${areas.view.stale ? 'stale' : ''}`}
      aria-label={words.list(name)}
    >
      {isAbout(answer, level) && (
        <RankedList
          rows={rowsUnder(rank(answer, level), level, above)}
          metric={metricIn(answer)}
          source="areas"
          label={name}
          most={40}
          isOpen={
            level === 'district' && ownValues(person, 'district')
              ? (code) => isOwnDistrict(person, code)
              : undefined
          }
        />
      )}
    </section>
  );
}
