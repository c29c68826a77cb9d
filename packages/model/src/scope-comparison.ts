import type { Clause } from './filter.ts';
import type { Scope } from './scope.ts';

/** Whether whatever satisfies `one` satisfies `other`, too. */
function implies(one: Clause, other: Clause): boolean {
  if (one.dimension !== other.dimension) return false;
  if (one.exclude) return other.exclude && other.values.every((value) => one.values.includes(value));
  return one.values.every((value) => other.values.includes(value) !== other.exclude);
}

/** Whether a place, given as clauses, has nothing in common with appeals that satisfy others. */
export function contradicts(place: readonly Clause[], clauses: readonly Clause[]): boolean {
  const isDisjoint = (one: Clause, other: Clause): boolean =>
    one.dimension === other.dimension &&
    !one.exclude &&
    one.values.every((value) => other.values.includes(value) === other.exclude);
  return place.some((one) => clauses.some((other) => isDisjoint(one, other) || isDisjoint(other, one)));
}

/** Whether all of a place, given as clauses, satisfies another clause. */
export const liesWithin = (place: readonly Clause[], clause: Clause): boolean =>
  place.some((one) => implies(one, clause));

const isCoarser = (one: Scope['place'], other: Scope['place']): boolean =>
  one !== 'point' && (other === 'point' || one < other);

/** Whether one sees less than another, so that the figures of a page can differ; null sees no appeals. */
export function seesLess(one: Scope | null, other: Scope | null): boolean {
  if (other === null) return false;
  if (one === null) return true;
  return (
    one.clauses.some((clause) => !other.clauses.some((implied) => implies(implied, clause))) ||
    (other.texts && !one.texts) ||
    isCoarser(one.place, other.place) ||
    (one.time === 'hour' && other.time === 'second')
  );
}
