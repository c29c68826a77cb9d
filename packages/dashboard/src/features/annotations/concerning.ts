import { type Annotation, type Clause, type Period, splitClause } from '@hotline-atlas/model';

/** Whether a clause lets through nothing but the values of another one on its dimension. */
const isWithin = (own: Clause, dimension: string, values: readonly string[]): boolean =>
  own.dimension === dimension && !own.exclude && own.values.every((value) => values.includes(value));

/**
 * Whether a note concerns appeals: all of them lie in its place. One of the whole city concerns all; one of a
 * district that district and what is in it, and not the city.
 * @param where all that limits the appeals: what is chosen, and what who asks may see
 */
export const concerns = (note: Pick<Annotation, 'where'>, where: readonly Clause[]): boolean =>
  note.where.every((text) => {
    const place = splitClause(text);
    return place !== null && where.some((own) => isWithin(own, place.dimension, place.values));
  });

/** Whether a note lies on days of a period. */
export const overlaps = (note: Period, { from, to }: Period): boolean => note.from < to && note.to > from;
