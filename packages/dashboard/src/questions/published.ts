import { floorTo, type LocalDate, needsCallers, type Query, startsBucket } from '@hotline-atlas/model';
import type { Person } from '../screen/person.ts';

/** Whether a period is of whole months that have passed. @param completeTo the day after the last that has */
function isWholeMonths({ from, to }: Pick<Query, 'from' | 'to'>, completeTo: LocalDate): boolean {
  if (from === undefined || to === undefined || to > floorTo(completeTo, 'month')) return false;
  return startsBucket(from, 'month') && startsBucket(to, 'month');
}

/**
 * Whether a question is open to somebody as published: of the whole city, though they see only their own
 * appeals. Such figures are of whole months, by dimensions their role names, and are compared with nothing.
 * @param completeTo the day after the last one that had passed
 */
export function isPublished(query: Query, { scope }: Person, completeTo: LocalDate): boolean {
  if (!scope || scope.clauses.length === 0) return false;
  const named = [...query.by, ...query.where.map(({ dimension }) => dimension)];
  const isNamed = named.length > 0 && named.every((dimension) => scope.published.includes(dimension));
  const isPlain = !query.q && query.withoutRegimes.length === 0 && !query.metrics.some(needsCallers);
  return isNamed && isPlain && isWholeMonths(query, completeTo);
}
