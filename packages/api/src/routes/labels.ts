import type { AreaLevel, City } from '@hotline-atlas/city';
import { type DimensionName, type Localized, standardValues } from '@hotline-atlas/model';

/** A value of a dimension and how it is called. */
export interface LabelledValue {
  value: string;
  label: Localized;
  /** The district of a subdistrict or unit, the topic above a topic. */
  parent?: string;
  residents?: number;
  /** What a unit is. */
  kind?: string;
}

const standard = (values: Record<string, Localized>): LabelledValue[] =>
  Object.entries(values).map(([value, label]) => ({ value, label }));

const labelOf = ({
  en,
  zh,
  local,
}: {
  en: string;
  zh?: string | undefined;
  local?: string | undefined;
}): Localized => ({
  en,
  ...(zh && { zh }),
  ...(local && { local }),
});

const areas = (city: City, level: AreaLevel['level']): LabelledValue[] =>
  (city.areas.find((area) => area.level === level)?.features.features ?? []).map(({ properties }) => ({
    value: properties.code,
    label: labelOf(properties),
    ...(properties.parent && { parent: properties.parent }),
    ...(properties.residents && { residents: properties.residents }),
  }));

const topics = (city: City, level: 1 | 2 | 3): LabelledValue[] =>
  city.topics
    .filter((topic) => topic.level === level)
    .map(({ code, label, parent }) => ({ value: code, label, ...(parent && { parent }) }));

const units = (city: City): LabelledValue[] =>
  city.units.map((unit) => ({
    value: unit.code,
    label: labelOf(unit),
    kind: unit.kind,
    ...(unit.district && { parent: unit.district }),
  }));

/** The values of a dimension that have a name; others are called as they are. */
export function labelledValues(dimension: DimensionName, city: City): LabelledValue[] {
  switch (dimension) {
    case 'district':
    case 'subdistrict':
      return areas(city, dimension);
    case 'topic1':
      return topics(city, 1);
    case 'topic2':
      return topics(city, 2);
    case 'topic3':
      return topics(city, 3);
    case 'unit':
      return units(city);
    case 'kind':
    case 'appellant':
    case 'channel':
    case 'urgency':
    case 'status':
    case 'due_state':
    case 'location_quality':
      return standard(standardValues[dimension]);
    case 'contacted':
    case 'resolved':
    case 'satisfied':
      return standard(standardValues.answer);
    default:
      return [];
  }
}
