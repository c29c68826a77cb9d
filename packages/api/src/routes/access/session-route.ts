import type { Person } from '@hotline-atlas/access';
import { encodeClause, type Session } from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { NotSignedIn } from '../../problems/failures.ts';
import { unkept } from './asked-access.ts';

const scopeIn = ({ scope, role }: Person) =>
  scope && {
    where: scope.clauses.map(encodeClause),
    texts: scope.texts,
    place: scope.place,
    time: scope.time,
    callers: scope.callers === null ? ('hidden' as const) : role.callers,
    published: [...scope.published],
    rankings: [...scope.rankings],
  };

const told = (person: Person): NonNullable<Session['person']> => ({
  name: person.name,
  display_name: person.displayName,
  role: { name: person.role.name, label: person.role.label },
  may: [...person.may],
  scope: scopeIn(person),
  second_factor: person.secondFactor,
});

/** `GET /api/session`: who asks, or how to sign in. */
export function answerSession(context: Context): RequestHandler {
  const { access } = context;
  return async (request, response) => {
    const person = await context.personOf(request).catch((error: unknown) => {
      if (error instanceof NotSignedIn) return null;
      throw error;
    });
    unkept(response).json({
      access: access?.mode ?? 'open',
      person: person && told(person),
      single_sign_on: (access?.singleSignOn ?? []).map(({ id, label }) => ({ id, label: { en: label } })),
    } satisfies Session);
  };
}
