import {
  checkParameterNames,
  InvalidQuestion,
  parseQuery,
  type Query,
  queryParameters,
  type Scope,
} from '@hotline-atlas/model';
import {
  type History,
  inFewStatements,
  type Plan,
  planQuery,
  type ReadCounts,
  readTogether,
  type Table,
} from '@hotline-atlas/query';
import type { Request, RequestHandler, Response } from 'express';
import { bypassesCache } from '../cache/cached-answer.ts';
import { newestAnswer } from '../cache/newest-answer.ts';
import type { Context } from '../context/context.ts';
import { disconnectSignal, parametersByName, parametersOf, readyHistory } from '../context/request.ts';
import { createFailureLog, problemOf } from '../problems/problem.ts';
import { answerFrom, jsonType } from './query-route.ts';

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

function parse(question: string, regimes: readonly string[]): Query {
  const raw = parametersByName(new URLSearchParams(question));
  checkParameterNames(raw, Object.keys(queryParameters.shape));
  return parseQuery(raw, regimes);
}

/** Plans all questions for a version of the data, once, so that they can be read together. */
function planTogether(context: Context, queries: readonly Query[], scope: Scope, tables: readonly Table[]) {
  const known = new Map<History, { plans: Map<Query, Plan>; read: ReadCounts }>();
  const planned = (history: History) => {
    const plan = (query: Query, from: readonly Table[]) =>
      planQuery(query, scope, history, context.city, from);
    const plans = new Map(inFewStatements(queries, plan, history, tables));
    return { plans, read: readTogether([...plans.values()], history) };
  };
  return (query: Query) => (history: History) => {
    const { plans, read } = known.get(history) ?? planned(history);
    known.set(history, { plans, read });
    return { plan: plans.get(query) ?? planQuery(query, scope, history, context.city, tables), read };
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
    const queries = questionsOf(request).map((question) => parse(question, regimes));
    const scope = context.scopeOf(request);
    const tables = await context.tables();
    const newest = readyHistory(context);
    const last = context.lastHistory();
    if (!last) await newest;
    newest.catch(() => undefined);
    const signal = disconnectSignal(response);
    const prepare = planTogether(context, queries, scope, tables);
    const say = sayTo(response);
    response.set('Cache-Control', 'private, no-store').type('application/x-ndjson');
    const answerOne = async (query: Query, place: number) => {
      const asked = { query, scope, type: jsonType };
      const answer = answerFrom(context, asked, prepare(query), bypassesCache(request));
      try {
        const { result } = await newestAnswer(newest, last, answer, AbortSignal.any([signal]));
        say(lineOf(place, 'answer', result.body.toString()));
      } catch (error) {
        if (signal.aborted) return;
        logFailure(error, request.originalUrl);
        say(lineOf(place, 'problem', JSON.stringify(problemOf(error))));
      }
    };
    await Promise.all(queries.map(answerOne));
    response.end();
  };
}
