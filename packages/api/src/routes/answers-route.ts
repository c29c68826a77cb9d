import {
  checkParameterNames,
  InvalidQuestion,
  type ParsedQuery,
  parseCanonical,
  type Query,
  queryParameters,
} from '@hotline-atlas/model';
import {
  type History,
  type Plan,
  planQuery,
  type ReadCounts,
  readTogether,
  withOpenAsOf,
} from '@hotline-atlas/query';
import type { Request, RequestHandler, Response } from 'express';
import { bypassesCache, cacheKeyOf } from '../cache/cached-answer.ts';
import { answerSignal, askerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersByName, parametersOf, readyHistory } from '../context/request.ts';
import { createFailureLog, problemOf } from '../problems/problem.ts';
import { answerFrom, jsonType, keyTextOf, type Prepare } from './query-route.ts';

const mostQuestions = 32;

/** The questions of an address, each as the parameters of `/api/query`. */
function questionsOf(request: Request): readonly string[] {
  const raw = parametersOf(request);
  checkParameterNames(raw, ['question']);
  const questions = raw.question ?? [];
  if (questions.length === 0 || questions.length > mostQuestions)
    throw new InvalidQuestion('question', String(questions.length), `ask 1 to ${mostQuestions} questions`);
  return questions;
}

function parse(question: string, regimes: readonly string[]): ParsedQuery {
  const raw = parametersByName(new URLSearchParams(question));
  checkParameterNames(raw, Object.keys(queryParameters.shape));
  return parseCanonical(raw, regimes);
}

/**
 * Plans all questions once for an edition, when the first of them has to be read, so that they can be read
 * together. One that cannot be planned fails when it is answered, and leaves the others alone.
 */
function planTogether(queries: readonly Query[], plan: (query: Query, history: History) => Plan) {
  const plannedOf = (query: Query, history: History): [Query, Plan][] => {
    try {
      return [[query, plan(query, history)]];
    } catch {
      return [];
    }
  };
  let known: { edition: number; plans: Map<Query, Plan>; read: ReadCounts } | null = null;
  const planned = (history: History) => {
    const plans = new Map(queries.flatMap((query) => plannedOf(query, history)));
    const { edition } = history.publication;
    return { edition, plans, read: readTogether([...plans.values()], history) };
  };
  return (query: Query): Prepare =>
    (history) => {
      if (known?.edition !== history.publication.edition) known = planned(history);
      return { plan: known.plans.get(query) ?? plan(query, history), read: known.read };
    };
}

/** A line of the answer: the place of the question, and its answer or what went wrong, both as JSON. */
const lineOf = (place: number, what: 'answer' | 'problem', body: string): string =>
  `{"question":${place},"${what}":${body}}\n`;

const sayTo = (response: Response) => (line: string) => {
  response.write(line);
  response.flush();
};

/**
 * `GET /api/answers`: the questions of a screen at once. Each is answered as by `/api/query`, in a line of
 * its own as soon as it can be; those about the same appeals are read together.
 */
export function answerQuestions(context: Context): RequestHandler {
  const regimes = context.city.regimes.map(({ name }) => name);
  const logFailure = createFailureLog(context);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const parsed = questionsOf(request).map((question) => parse(question, regimes));
    const { scope } = asker;
    const tables = await context.tables();
    const signal = answerSignal(context, asker, response);
    const history = await readyHistory(context, scope);
    const questions = parsed.map(({ query, canonical }) => ({
      query: withOpenAsOf(query, scope, history),
      canonical,
    }));
    const queries = questions.map(({ query }) => query);
    const prepare = planTogether(queries, (query, current) =>
      planQuery(query, scope, current, context.city, tables),
    );
    const say = sayTo(response);
    response.set('Cache-Control', 'private, no-store').type('application/x-ndjson');
    const afresh = bypassesCache(request);
    const answerOne = async ({ query, canonical }: ParsedQuery, place: number) => {
      const key = afresh ? null : cacheKeyOf(keyTextOf(canonical, query), scope, history, jsonType);
      const asked = { key, type: jsonType, history, scope, signal };
      try {
        const { body } = await answerFrom(context, asked, prepare(query));
        say(lineOf(place, 'answer', body.toString()));
      } catch (error) {
        if (signal.aborted) return;
        logFailure(error, request.originalUrl);
        say(lineOf(place, 'problem', JSON.stringify(problemOf(error))));
      }
    };
    await Promise.all(questions.map(answerOne));
    signal.throwIfAborted();
    response.end();
  };
}
