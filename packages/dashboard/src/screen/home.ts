import type { Place } from '../address/place.ts';
import { ownValues, type Person } from './person.ts';

/**
 * Where somebody begins: officials of one district at its page, researchers at the figures, everybody else at
 * the city.
 */
export function homeOf(person: Person): Place {
  const [own, ...others] = ownValues(person, 'district') ?? [];
  if (own !== undefined && others.length === 0) return { page: 'area', object: own };
  return { page: person.role.name === 'researcher' ? 'overview' : 'city', object: '' };
}
