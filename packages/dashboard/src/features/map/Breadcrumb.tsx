import { inLanguage } from '@hotline-atlas/model';
import { useKeptFocus } from '@hotline-atlas/ui/kit/useKeptFocus.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { Fragment } from 'react';
import { choose } from '../../address/crossfilter.ts';
import { onlyValue, type Path } from '../../address/path.ts';
import { useScreen } from '../../screen/screen.ts';
import { mapWords } from './words.ts';

/** City, district, subdistrict: each step goes back to it. */
export function Breadcrumb() {
  const words = useWords(mapWords);
  const { state, meta, language, label, change } = useScreen();
  const host = useKeptFocus<HTMLElement>();
  const district = onlyValue(state.where, 'district');
  const subdistrict = onlyValue(state.where, 'subdistrict');
  const paths: Path[] = [[]];
  if (district) paths.push([{ dimension: 'district', value: district }]);
  if (district && subdistrict)
    paths.push([
      { dimension: 'district', value: district },
      { dimension: 'subdistrict', value: subdistrict },
    ]);
  const go = (path: Path) => {
    const own = path.map(({ dimension, value }) => ({ dimension, exclude: false, values: [value] }));
    change({ where: choose(state.where, 'areas', own), map: { view: null }, appeals: { cursor: '' } });
  };
  return (
    <nav ref={host} tabIndex={-1} className="crumbs" aria-label={words.crumbs}>
      {paths.map((path, at) => {
        const last = path.at(-1);
        const name = last ? label(last.dimension, last.value) : inLanguage(meta.name, language);
        const here = at === paths.length - 1;
        return (
          <Fragment key={last?.value ?? ''}>
            {at > 0 && <span aria-hidden="true">›</span>}
            {here ? (
              <strong aria-current="location">{name}</strong>
            ) : (
              <button type="button" className="link" onClick={() => go(path)}>
                {name}
              </button>
            )}
          </Fragment>
        );
      })}
    </nav>
  );
}
