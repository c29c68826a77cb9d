import { membersOf } from '@hotline-atlas/city';
import { schemesTold } from '@hotline-atlas/evaluation';
import { checkParameterNames } from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';
import { parametersOf } from '../context/request.ts';

/** `GET /api/evaluation/schemes`: the rules of all months; empty where the city evaluates nobody. */
export function answerEvaluationSchemes({ city }: Context): RequestHandler {
  const told = schemesTold(city.evaluation, (group) => membersOf(group, city));
  return (request, response) => {
    checkParameterNames(parametersOf(request), []);
    response.set('Cache-Control', 'private, no-cache').json(told);
  };
}
