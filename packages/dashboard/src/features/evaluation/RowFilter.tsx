import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { type MonthShown, useShownMonth } from './MonthContext.ts';
import type { MonthRow } from './rows.ts';
import { counted } from './told.ts';
import { rankingWords } from './words-ranking.ts';

/** So few rows are in sight at once: they are not filtered. */
const fewRows = 24;

/** The district a unit lies in; empty where none is known. */
function useDistrictOf(): (code: string) => string {
  const { meta } = useScreen();
  const { by } = useShownMonth().answer.meta.group;
  const parents = by === 'subdistrict' ? meta.parents.subdistrict : undefined;
  return (code) => parents?.[code] ?? '';
}

/** The rows whose name and district are asked for; a row that is chosen stays. */
export function useFiltered({ rows, names }: MonthShown): readonly MonthRow[] {
  const { state, meta } = useScreen();
  const { named, within } = state.evaluation;
  const parents = meta.parents.subdistrict;
  return useMemo(() => {
    const sought = named.trim().toLowerCase();
    if (sought === '' && within === '') return rows;
    return rows.filter(
      ({ code }) =>
        (within === '' || parents?.[code] === within) &&
        (sought === '' || names.unit(code).toLowerCase().includes(sought)),
    );
  }, [rows, names, named, within, parents]);
}

/** Finds units by name and, of subdistricts, by district. */
export function RowFilter({ shown }: { shown: number }) {
  const { state, label, language, change } = useScreen();
  const words = useWords(rankingWords).filter;
  const { rows } = useShownMonth();
  const districtOf = useDistrictOf();
  const { named, within } = state.evaluation;
  const districts = useMemo(
    () => [...new Set(rows.map(({ code }) => districtOf(code)).filter(Boolean))].sort(),
    [rows, districtOf],
  );
  if (rows.length <= fewRows && named === '' && within === '') return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search element is not known to all readers
    <div className="ranking-filter screen-only" role="search" aria-label={words.label}>
      {shown < rows.length && (
        <span className="hint" role="status">
          {words.shown(counted(shown, language), counted(rows.length, language))}
        </span>
      )}
      {districts.length > 1 && (
        <label className="select">
          <span>{words.district}</span>
          <select
            value={within}
            onChange={({ target }) => change({ evaluation: { within: target.value } }, 'replace')}
          >
            <option value="">{words.all}</option>
            {districts.map((code) => (
              <option key={code} value={code}>
                {label('district', code)}
              </option>
            ))}
          </select>
        </label>
      )}
      <input
        type="search"
        aria-label={words.label}
        placeholder={words.placeholder}
        value={named}
        onChange={({ target }) => change({ evaluation: { named: target.value } }, 'replace')}
      />
    </div>
  );
}
