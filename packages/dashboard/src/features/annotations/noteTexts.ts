import {
  type Annotation,
  dimensionNames,
  type Language,
  type Period,
  shift,
  splitClause,
} from '@hotline-atlas/model';
import { dayLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import type { Screen } from '../../screen/screen.ts';
import { annotationWords } from './words.ts';

/** The days of a note, in words. */
export const daysOf = ({ from, to }: Period, language: Language): string =>
  shift(from, 'day', 1) === to ? dayLabel(from, language) : periodLabel({ from, to }, language);

/** The place a note concerns, in words. */
export function placeOf({ where }: Pick<Annotation, 'where'>, { label, language }: Screen): string {
  const places = where.flatMap((text) => {
    const clause = splitClause(text);
    const dimension = dimensionNames.find((name) => name === clause?.dimension);
    return clause && dimension ? clause.values.map((value) => label(dimension, value)) : [];
  });
  const words = annotationWords[language];
  return places.length > 0 ? places.join(language === 'zh' ? '、' : ', ') : words.whole;
}
