import { dimensionOf, inLanguage } from '@hotline-atlas/model';
import { metricIn } from '../api/columns.ts';
import { rank } from '../charts/ranking.ts';
import { RankedList, rowsUnder } from '../panels/RankedList.tsx';
import { useKeptFocus } from '../panels/useKeptFocus.ts';
import { useScreen } from '../state/screen.ts';
import { isAbout, type MapAreas } from './useMapAreas.ts';

/** The areas of the map as a list: the same choice for the keyboard. */
export function AreaList({ areas }: { areas: MapAreas }) {
  const { messages, language } = useScreen();
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
      aria-label={messages.map.list(name)}
    >
      {isAbout(answer, level) && (
        <RankedList
          rows={rowsUnder(rank(answer, level), level, above)}
          metric={metricIn(answer)}
          source="areas"
          label={name}
          most={40}
        />
      )}
    </section>
  );
}
