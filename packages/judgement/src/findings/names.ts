import type { City } from '@hotline-atlas/city';
import { type Bilingual, type DimensionName, governmentOf, type Localized } from '@hotline-atlas/model';

const both = ({ en, zh }: Pick<Localized, 'en' | 'zh'>): Bilingual => ({ en, zh: zh ?? en });

function known(dimension: DimensionName, value: string, city: City): Bilingual | null {
  if (dimension === 'district' || dimension === 'subdistrict') {
    const level = city.areas.find(({ level }) => level === dimension);
    const area = level?.features.features.find(({ properties }) => properties.code === value);
    return area ? both(area.properties) : null;
  }
  if (dimension === 'unit') return unitOf(value, city);
  const topic = city.topics.find(({ code }) => code === value);
  return topic ? both(topic.label) : null;
}

/** Areas are units under their own codes. */
function unitOf(value: string, city: City): Bilingual | null {
  const unit = city.units.find(({ code }) => code === value);
  if (unit) return both(unit);
  const district = known('district', value, city);
  return known('subdistrict', value, city) ?? (district && both(governmentOf(district)));
}

/** How a value of a dimension is called; as it is where the city has no name for it. */
export function nameOf(dimension: DimensionName, value: string, city: City): Bilingual {
  return known(dimension, value, city) ?? { en: value, zh: value };
}

const several = (singular: string): string =>
  singular.includes(' ') ? 'areas' : `${singular.toLowerCase()}${/s$/i.test(singular) ? '' : 's'}`;
const single = (singular: string): string => (singular.includes(' ') ? 'area' : singular.toLowerCase());

/** What groups of a dimension are called, as many as there are: `districts`, `个区`. */
export function groupsName(dimension: DimensionName, city: City, count = 2): Bilingual {
  const plural = count === 1 ? single : several;
  if (dimension === 'district' || dimension === 'subdistrict') {
    const label = city.areas.find(({ level }) => level === dimension)?.label;
    if (label) return { en: plural(label.en), zh: `个${label.zh ?? '区域'}` };
    return { en: plural('Area'), zh: '个区域' };
  }
  if (dimension === 'unit') return { en: plural('Unit'), zh: '个承办单位' };
  return { en: plural('Topic'), zh: '类诉求' };
}
