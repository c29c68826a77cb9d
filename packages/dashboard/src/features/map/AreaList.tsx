import { dimensionOf, inLanguage } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { type Ranked, rank } from '@hotline-atlas/ui/answer/ranking.ts';
import { useKeptFocus } from '@hotline-atlas/ui/kit/useKeptFocus.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { isOwnDistrict, ownValues } from '../../screen/person.ts';
import { useScreen } from '../../screen/screen.ts';
import { RankedList, rowsUnder } from '../ranking/RankedList.tsx';
import { isAbout, type MapAreas } from './useMapAreas.ts';
import { mapWords } from './words.ts';

/** From what is farthest above its usual level; what cannot be told comes last. */
const byChange = (rows: readonly Ranked[]): Ranked[] =>
  [...rows].sort((a, b) => (b.change ?? Number.NEGATIVE_INFINITY) - (a.change ?? Number.NEGATIVE_INFINITY));

/** The areas of the map as a list: the same choice for the keyboard. */
export function AreaList({ areas, whole }: { areas: MapAreas; whole: number | null }) {
  const words = useWords(mapWords);
  const { language, person } = useScreen();
  const { level, above } = areas.drill;
  const { answer } = areas.view;
  const host = useKeptFocus<HTMLElement>();
  if (!level) return null;
  const isUsual = areas.usualYears !== null;
  const inOrder = (rows: Ranked[]) => (isUsual ? byChange(rows) : rows);
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
          rows={rowsUnder(inOrder(rank(answer, level)), level, above)}
          metric={metricIn(answer)}
          whole={isUsual ? null : whole}
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
