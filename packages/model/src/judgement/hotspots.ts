import type { LocalDate } from '../time.ts';
import type { Bilingual, JudgementMeta, Method, Notice } from './method.ts';

export const placeLevels = ['cell', 'subdistrict', 'district'] as const;
export type PlaceLevel = (typeof placeLevels)[number];
export const hotspotSteps = ['month', 'week', 'quarter'] as const;
export type HotspotStep = (typeof hotspotSteps)[number];
/** Contacts, or problems: contacts of one caller about one second-level topic in one place and step count once. */
export const hotspotMeasures = ['contacts', 'problems'] as const;
export type HotspotMeasure = (typeof hotspotMeasures)[number];
/** What a place is judged against. */
export const expectations = ['even', 'residents', 'appeals', 'usual'] as const;
export type Expectation = (typeof expectations)[number];

/** One of the 17 classes of emerging hot spots; positive codes are hot, negative cold, 0 neither. */
export interface HotspotClass {
  code: number;
  name: string;
  label: Bilingual;
  rule: Bilingual;
  places: number;
}

/** Columns of equal length, one entry a place. */
export interface HotspotPlaces {
  place: string[];
  count: number[];
  residents: (number | null)[];
  /** Per 10,000 residents. */
  rate: (number | null)[];
  expected: (number | null)[];
  latest_count: number[];
  latest_expected: (number | null)[];
  z: (number | null)[];
  p: (number | null)[];
  q: (number | null)[];
  /** −3 … 3: 90, 95 and 99 % after control; negative: cold. */
  bin: number[];
  trend_z: (number | null)[];
  trend_p: (number | null)[];
  hot_steps: number[];
  cold_steps: number[];
  class: number[];
}

export interface HotspotsMeta extends JudgementMeta {
  level: PlaceLevel;
  resolution: number | null;
  step: HotspotStep;
  measure: HotspotMeasure;
  expected: Expectation;
  /** What these places can be judged against: not by residents where those of a place are not known. */
  possible: Expectation[];
  /** First day of each step, in order. */
  steps: LocalDate[];
  alpha: number;
}

/** Global Moran's I of the latest step. */
export interface GlobalMoran {
  moran: number;
  expected: number;
  z: number;
  p: number;
}

/** `GET /api/hotspots`. */
export interface Hotspots {
  meta: HotspotsMeta;
  study_area: { places: number; with_appeals: number; bounded_by: Bilingual; not_located: number };
  global: GlobalMoran | null;
  classes: HotspotClass[];
  places: HotspotPlaces;
  /** Places × steps, place by place: index = place · steps + step. */
  series: { count: number[]; expected: (number | null)[]; z: (number | null)[]; bin: number[] };
  method: Method;
  notice: Notice | null;
}
