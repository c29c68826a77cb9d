import type { Answer } from '@hotline-atlas/model';
import { KeyMap } from '@hotline-atlas/ui/map/KeyMap.tsx';
import type { Area } from '@hotline-atlas/ui/map/outline.ts';
import { shadingOf } from '@hotline-atlas/ui/map/shading.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { turnedTo } from '../../address/object.ts';
import { useNavigation } from '../../address/useNavigation.ts';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { useAreas } from '../../questions/useAreas.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import type { AreaLevel } from './area.ts';
import { figuresAddress, type Shown } from './asking.ts';
import { neighboursOf } from './neighbours.ts';
import { useLive } from './useNeeds.ts';
import { areaPageWords } from './words.ts';
import { Zone } from './Zone.tsx';

const height = 190;
const none: readonly Area[] = [];

function Links({ title, level, codes }: { title: string; level: AreaLevel; codes: readonly string[] }) {
  const { label, language } = useScreen();
  if (codes.length === 0) return null;
  const sorted = [...codes].sort((a, b) => label(level, a).localeCompare(label(level, b), language));
  return (
    <>
      <h3>{title}</h3>
      <ul className="place-links">
        {sorted.map((code) => (
          <li key={code}>
            <ValueLink dimension={level} code={code} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the area lies, what lies in it and around it; the circles are open orders. */
export function PlacesPanel({ shown }: { shown: Shown }) {
  const { state, palette } = useScreen();
  const words = useWords(areaPageWords).places;
  const { change } = useNavigation();
  const { area, name } = shown;
  const { code, level, district, parts } = area;
  const live = useLive();
  const city = useAreas('district');
  const inside = useAreas(parts.length > 0 || level === 'subdistrict' ? 'subdistrict' : null);
  const view = useRequest<Answer>(
    figuresAddress({ metrics: ['open'], by: ['subdistrict'], where: shown.where, live }),
  );
  const districts = city.answer?.features ?? none;
  const own = useMemo(
    () => inside.answer?.features.filter(({ properties }) => properties.parent === district) ?? none,
    [inside.answer, district],
  );
  const shading = useMemo(
    () => (view.answer && level === 'district' ? shadingOf(view.answer, 'subdistrict', palette) : null),
    [view.answer, level, palette],
  );
  const around = useMemo(
    () => neighboursOf(code, level === 'district' ? districts : (inside.answer?.features ?? none)),
    [code, level, districts, inside.answer],
  );
  const open = (object: string) => change(turnedTo(state, { page: 'area', object }));
  return (
    <Zone
      name="places"
      view={view}
      label={words.panel}
      title={words.panel}
      subtitle={shading && own.length > 0 ? words.circles : ''}
    >
      {() => (
        <div className="places">
          {districts.length > 1 && (
            <KeyMap
              areas={districts}
              shading={null}
              chosen={[district]}
              named={[district]}
              label={words.map(name)}
              height={height}
              onChoose={open}
            />
          )}
          {own.length > 0 && (
            <KeyMap
              areas={own}
              shading={shading}
              chosen={level === 'subdistrict' ? [code] : []}
              label={words.mapInside(name)}
              height={height}
              onChoose={open}
            />
          )}
          <div>
            <Links title={words.inside} level="subdistrict" codes={parts} />
            <Links title={words.around} level={level} codes={around} />
          </div>
        </div>
      )}
    </Zone>
  );
}
