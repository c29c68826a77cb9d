import {
  type DimensionName,
  governmentOf,
  inLanguage,
  type Language,
  type Localized,
  metricOf,
  openAlias,
  type StandardField,
  standardValues,
  unknownLabel,
} from '@hotline-atlas/model';
import { weekdayLabel } from './dates.ts';

type Labels = Readonly<Record<string, Readonly<Record<string, Localized>>>>;

const standard = (field: string, code: string): Localized | undefined => {
  if (field === 'due_state' && code === openAlias) return metricOf('open').label;
  const values: Record<string, Localized> | undefined = standardValues[field as StandardField];
  return values?.[code];
};

/** Districts and subdistricts take orders themselves, under their own codes. */
function areaAsUnit(labels: Labels, field: string, code: string): Localized | undefined {
  if (field !== 'unit') return undefined;
  const district = labels.district?.[code];
  return labels.subdistrict?.[code] ?? (district && governmentOf(district));
}

/** The name of a code in a language: the city's, else the field's own, else the code as it is. */
export function labelOf(labels: Labels, field: string, code: string, language: Language): string {
  if (code === '') return inLanguage(standard(field, '') ?? unknownLabel, language);
  if (field === 'day_of_week') return weekdayLabel(Number(code), language);
  if (field === 'hour_of_day') return `${code}:00`;
  const found = labels[field]?.[code] ?? standard(field, code) ?? areaAsUnit(labels, field, code);
  return found ? inLanguage(found, language) : lastPart(code);
}

/** Codes made by `under` in a source read `Noise > Loud music`: the level above is named already. */
const lastPart = (code: string) => code.split(' > ').at(-1) ?? code;

export const labeller =
  (labels: Labels, language: Language, cellName: ((code: string) => string) | null = null) =>
  (dimension: DimensionName, code: string): string =>
    dimension === 'cell' && cellName && code !== ''
      ? cellName(code)
      : labelOf(labels, dimension, code, language);
