import type { RequestHandler } from 'express';
import type { Requirement } from '../openapi/operation.ts';
import type { Context } from './context.ts';
import { demand, scopeOf } from './scope-of.ts';

/**
 * Lets through whoever meets every requirement; none: everybody.
 * @throws NotSignedIn, and NotAllowed
 */
export const gate =
  ({ personOf }: Context, requirements: readonly Requirement[]): RequestHandler =>
  async (request, _response, next) => {
    if (requirements.length > 0) {
      const person = await personOf(request);
      for (const requirement of requirements)
        if (requirement === 'data') scopeOf(person);
        else if (requirement !== 'signed in') demand(requirement, person);
    }
    next();
  };
