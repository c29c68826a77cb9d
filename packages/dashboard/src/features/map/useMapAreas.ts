import { type Answer, inLanguage, type Period } from '@hotline-atlas/model';
import { type Area, type Bounds, boundsOf } from '@hotline-atlas/ui/map/outline.ts';
import { useMemo } from 'react';
import { onlyValue, type Path, valuesAt } from '../../address/path.ts';
import { useAreas } from '../../questions/useAreas.ts';
import { asksPublished, useAnswer, type View } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { isAgainstUsual, mapMetric } from '../areas/mapMetric.ts';
import { useHome } from './useHome.ts';
import { useUsual } from './useUsual.ts';

type Level = 'district' | 'subdistrict';

/** Where the map has been drilled to. */
interface Drill {
  /** Level whose areas have figures; none where the city has no areas. */
  level: Level | null;
  /** What they lie in. */
  above: Path;
  chosen: readonly string[];
}

/** A district chosen alone opens its subdistricts. */
function drillOf({ state, meta }: Pick<Screen, 'state' | 'meta'>): Drill {
  const has = (level: Level) => meta.areas.some((each) => each.level === level);
  const district = onlyValue(state.where, 'district');
  if (district !== null && district !== '' && has('subdistrict'))
    return {
      level: 'subdistrict',
      above: [{ dimension: 'district', value: district }],
      chosen: valuesAt(state.where, 'subdistrict'),
    };
  return { level: has('district') ? 'district' : null, above: [], chosen: valuesAt(state.where, 'district') };
}

export interface MapAreas {
  drill: Drill;
  /** Areas with figures. */
  areas: readonly Area[];
  around: readonly Area[];
  view: View;
  /** Whether the figures are published ones, of the whole city, for who sees only their own appeals. */
  isPublished: boolean;
  /** What the map shows whole, unless the reader has moved it; null until that is known. */
  bounds: Bounds | null;
  schematic: boolean;
  /** Years whose mean the figures are held against; null where they stand for themselves. */
  usualYears: readonly Period[] | null;
}

const none: readonly Area[] = [];

/** The areas of the map, their figures, and the part of the city they take. */
export function useMapAreas(): MapAreas {
  const screen = useScreen();
  const { state, meta } = screen;
  const drill = drillOf(screen);
  const home = useHome(drill.level === null);
  const districts = useAreas(drill.level ? 'district' : null).answer?.features ?? none;
  const subdistricts =
    useAreas(drill.level === 'subdistrict' ? 'subdistrict' : null).answer?.features ?? none;
  const parent = drill.above[0]?.value;
  const within = drill.above.map(({ dimension, value }) => ({ dimension, exclude: false, values: [value] }));
  const question = {
    metrics: [state.map.shape === 'cells' ? state.metric : mapMetric(drill.level, screen)],
    by: [drill.level ?? ('district' as const)],
    within,
    published: true,
  };
  const isUsual = state.map.shape !== 'cells' && isAgainstUsual(drill.level, screen);
  const plain = useAnswer(drill.level && !isUsual ? question : null, 'areas');
  const usual = useUsual(isUsual ? question : null, drill.level ?? 'district');
  const view = isUsual ? usual.view : plain;
  const areas = useMemo(
    () => (parent ? subdistricts.filter(({ properties }) => properties.parent === parent) : districts),
    [parent, subdistricts, districts],
  );
  const around = useMemo(
    () => (parent ? districts.filter(({ properties }) => properties.code !== parent) : none),
    [parent, districts],
  );
  const [leaf] = drill.level === 'subdistrict' && drill.chosen.length === 1 ? drill.chosen : [];
  const focus = leaf ? areas.filter(({ properties }) => properties.code === leaf) : areas;
  return {
    drill,
    areas,
    around,
    view,
    isPublished: drill.level !== null && asksPublished(question, screen, 'areas'),
    bounds: home === undefined && drill.level === null ? null : (boundsOf(focus) ?? home ?? [...meta.bounds]),
    usualYears: isUsual ? usual.years : null,
    schematic: meta.areas.find(({ level }) => level === drill.level)?.schematic ?? false,
  };
}

/** Whether an answer is about the level that is drawn; while drilling the one before still stands. */
export const isAbout = (answer: Answer | undefined, dimension: string): answer is Answer =>
  answer?.meta.columns.some(({ role, of }) => role === 'dimension' && of === dimension) ?? false;

/** The name of an area. */
export const areaName = (area: Area, { language }: Pick<Screen, 'language'>): string =>
  inLanguage(area.properties, language);
