import { inLanguage, type Language } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { placeIn } from '@hotline-atlas/ui/map/cell-place.ts';
import type { Area } from '@hotline-atlas/ui/map/outline.ts';
import { useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import { useMemo } from 'react';
import { useAreas } from '../../questions/useAreas.ts';
import type { CityMeta } from '../../screen/city.ts';
import { mapWords } from './words.ts';

const none: readonly Area[] = [];

/** Nearer than this a hexagon is the middle itself, in kilometres. */
const near = 0.5;

/**
 * Names of hexagons, which have none of their own: `hexagon in Fengtai, 4.1 km east of its middle`. Drawn
 * outlines of subdistricts would name wrong
 * ones, so districts do it.
 * @param wanted whether the page speaks of hexagons
 */
export function useCellName(
  wanted: boolean,
  meta: CityMeta | null,
  language: Language,
): ((code: string) => string) | null {
  const hasDistricts = meta?.areas.some(({ level }) => level === 'district') ?? false;
  const areas = useAreas(wanted && hasDistricts ? 'district' : null).answer?.features ?? none;
  const h3 = useH3(wanted);
  return useMemo(() => {
    const words = mapWords[language];
    if (!wanted || !h3 || !meta) return null;
    return (code) => {
      if (!h3.isValidCell(code)) return code;
      const [latitude, longitude] = h3.cellToLatLng(code);
      const { area, km, direction } = placeIn(areas, meta.bounds, [longitude, latitude]);
      const name = area ? inLanguage(area.properties, language) : inLanguage(meta.name, language);
      return km < near
        ? words.cellMiddle(name)
        : words.cellAway(name, exact(km, language, 1), words.compass[direction]);
    };
  }, [wanted, h3, meta, language, areas]);
}
