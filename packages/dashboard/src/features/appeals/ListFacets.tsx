import { type Answer, type DimensionName, dimensionOf, encodeQuery, inLanguage } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { valuesAt } from '../../address/path.ts';
import { RowLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { listSelection } from './list.ts';
import { listWords } from './listWords.ts';

const mostRows = 8;

function facetAddress(screen: Screen, dimension: DimensionName): string {
  const { q: _, ...selection } = listSelection(screen);
  const where = selection.where.filter((clause) => clause.dimension !== dimension);
  return `query?${encodeQuery({
    ...selection,
    where,
    metrics: ['appeals'],
    by: [dimension],
    order: [{ column: 'appeals', descending: true }],
    limit: mostRows,
    resolution: 8,
  })}`;
}

/** The values of a dimension the listed orders have most often; a click lists only those. */
function Facet({ dimension }: { dimension: DimensionName }) {
  const screen = useScreen();
  const { state, language, label, change } = screen;
  const { answer } = useRequest<Answer>((current) => facetAddress(current, dimension));
  const chosen = valuesAt(state.where, dimension);
  if (!answer || answer.rows.length === 0) return null;
  const most = Math.max(...answer.rows.map(({ appeals }) => Number(appeals)));
  const choose = (code: string) => {
    const beside = state.where.filter((clause) => clause.dimension !== dimension);
    const own = chosen.includes(code) ? [] : [{ dimension, exclude: false, values: [code] }];
    change({ where: [...beside, ...own], appeals: { cursor: '' } });
  };
  return (
    <section className="facet">
      <h3>{inLanguage(dimensionOf(dimension).label, language)}</h3>
      <ul>
        {answer.rows.map((row) => {
          const code = String(row[dimension] ?? '');
          const count = Number(row.appeals);
          return (
            <li key={code} className="facet-row">
              <button type="button" aria-pressed={chosen.includes(code)} onClick={() => choose(code)}>
                <span className="facet-name">{label(dimension, code)}</span>
                <span className="facet-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * count) / most}%` }} />
                </span>
                <span className="facet-count">{exact(count, language)}</span>
              </button>
              <RowLink dimension={dimension} code={code} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where the listed orders are, with whom, and about what. */
export function ListFacets() {
  const words = useWords(listWords);
  const { state, meta } = useScreen();
  const hasLevel = (name: string) => meta.areas.some(({ level }) => level === name);
  const isInDistrict = valuesAt(state.where, 'district').length === 1;
  const area = isInDistrict && hasLevel('subdistrict') ? 'subdistrict' : 'district';
  return (
    <aside className="facets" aria-label={words.facets}>
      <Facet dimension="unit" />
      <Facet dimension={area} />
      <Facet dimension="topic2" />
      <p className="note">{words.more}</p>
    </aside>
  );
}
