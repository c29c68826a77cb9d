import type { DimensionName } from '@hotline-atlas/model';
import { type Page, type Place, unknownArea } from '../address/place.ts';
import type { CityMeta } from './city.ts';
import type { Screen } from './screen.ts';

const levels: Partial<Record<Page, readonly DimensionName[]>> = {
  area: ['district', 'subdistrict'],
  topic: ['topic1', 'topic2', 'topic3'],
  unit: ['unit'],
};

/** The dimensions the object of a page may be a value of, the highest first. */
export const levelsOf = (page: Page): readonly DimensionName[] => levels[page] ?? [];

const isNamed = (meta: Pick<CityMeta, 'labels'>, dimension: DimensionName, code: string): boolean =>
  Object.hasOwn(meta.labels[dimension] ?? {}, code);

/** Districts and subdistricts take orders themselves, under their own codes. */
const governments: readonly DimensionName[] = ['subdistrict', 'district'];

/**
 * The dimension that the object of a page is a value of, by the names of the city: a topic is one of three
 * levels, an area of two. Null where no name is known: cities whose words are the codes name only some.
 */
export function dimensionOfPlace(
  { page, object }: Place,
  meta: Pick<CityMeta, 'labels'>,
): DimensionName | null {
  const own = levelsOf(page).find((dimension) => isNamed(meta, dimension, object));
  if (own) return own;
  return page === 'unit' && governments.some((level) => isNamed(meta, level, object)) ? 'unit' : null;
}

/** Whether the city may have such an object: it is named, or the city names none of its kind. */
export const mayBe = (place: Place, meta: Pick<CityMeta, 'labels'>): boolean =>
  dimensionOfPlace(place, meta) !== null ||
  levelsOf(place.page).every((dimension) => Object.keys(meta.labels[dimension] ?? {}).length === 0);

/** The topic and the area of an alert, by its id: `2024-12-31~day~utilities~110101`. */
function nameOfAlert(id: string, { meta, label }: Pick<Screen, 'meta' | 'label'>): string {
  const [, , topic = '', area = ''] = id.split('~');
  const named = (page: Page, object: string): string => {
    const dimension = dimensionOfPlace({ page, object }, meta);
    return dimension ? label(dimension, object) : '';
  };
  return [named('topic', topic), named('area', area)].filter(Boolean).join(' · ');
}

const ranked: readonly DimensionName[] = ['district', 'subdistrict', 'unit'];

/** The name of who is ranked: an area or a unit. */
function nameOfRanked(code: string, { meta, label }: Pick<Screen, 'meta' | 'label'>): string {
  const dimension = ranked.find((each) => isNamed(meta, each, code));
  return dimension ? label(dimension, code) : code;
}

const withoutDistrict = { en: 'District not known', zh: '所在区不详' };

/** The name of the object the page is about; empty for other pages. */
export function nameOfPlace({
  state,
  meta,
  label,
  language,
}: Pick<Screen, 'state' | 'meta' | 'label' | 'language'>): string {
  if (state.page === 'area' && state.object === unknownArea) return withoutDistrict[language];
  const dimension = dimensionOfPlace(state, meta) ?? levelsOf(state.page)[0];
  if (dimension) return label(dimension, state.object);
  if (state.page === 'evaluation' && state.object !== '') return nameOfRanked(state.object, { meta, label });
  if (state.page === 'alert') return nameOfAlert(state.object, { meta, label });
  return state.page === 'appeal' ? state.object : '';
}
