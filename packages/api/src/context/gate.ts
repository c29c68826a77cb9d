import type { Person } from '@hotline-atlas/access';
import type { RequestHandler } from 'express';
import type { Requirement } from '../openapi/operation.ts';
import { NotAllowed } from '../problems/failures.ts';
import type { Context } from './context.ts';
import { demand, scopeOf } from './scope-of.ts';

function meet(requirement: Requirement, person: Person): void {
  if (requirement === 'signed in') return;
  if (requirement === 'data') scopeOf(person);
  else if (requirement === 'object or evaluate')
    demand(person.may.has('evaluate') ? 'evaluate' : 'object', person);
  else if (requirement !== 'session') demand(requirement, person);
  else if (person.by !== 'session') throw new NotAllowed('Only somebody who is signed in may do this.');
}

/**
 * Lets through whoever meets every requirement; none: everybody.
 * @throws NotSignedIn, and NotAllowed
 */
export const gate =
  ({ personOf }: Context, requirements: readonly Requirement[]): RequestHandler =>
  async (request, _response, next) => {
    if (requirements.length > 0) {
      const person = await personOf(request);
      for (const requirement of requirements) meet(requirement, person);
    }
    next();
  };
