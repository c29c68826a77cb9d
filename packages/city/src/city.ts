import type { AreaProperties, Localized, Role, Scheme } from '@hotline-atlas/model';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { CityDefinition, DispatchRule, UnitDefinition } from './city-schema.ts';
import type { SourceDefinition } from './source-schema.ts';

export interface AreaLevel {
  level: 'district' | 'subdistrict';
  label: Localized;
  schematic: boolean;
  attribution: string;
  features: FeatureCollection<Polygon | MultiPolygon, AreaProperties>;
}

/** A topic with its full code; `parent` is empty on the first level. */
export interface Topic {
  code: string;
  level: 1 | 2 | 3;
  parent: string;
  label: Localized;
}

export interface Source extends SourceDefinition {
  name: string;
}

/** A city pack, read and validated. */
export interface City extends Omit<CityDefinition, 'areas' | 'name'> {
  /** The folder's name, which is also what `CITY` is set to. */
  code: string;
  name: Localized;
  areas: AreaLevel[];
  topics: Topic[];
  units: UnitDefinition[];
  dispatch: DispatchRule[];
  /** Schemes of evaluation, each with the months it is valid in; none where nothing is evaluated. */
  evaluation: Scheme[];
  /** What people see and may do; one of them at least may administer. */
  roles: Role[];
  sources: Source[];
}
