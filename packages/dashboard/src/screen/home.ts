import type { Place } from '../address/place.ts';
import { ownValues, type Person } from './person.ts';

/**
 * Where somebody begins: officials of one district or unit at its page, researchers at the figures,
 * everybody else at the city.
 */
export function homeOf(person: Person): Place {
  const [district, ...districts] = ownValues(person, 'district') ?? [];
  if (district !== undefined && districts.length === 0) return { page: 'area', object: district };
  const [unit, ...units] = ownValues(person, 'unit') ?? [];
  if (unit !== undefined && units.length === 0) return { page: 'unit', object: unit };
  return { page: person.role.name === 'researcher' ? 'overview' : 'city', object: '' };
}
