import type { Judgement } from '@hotline-atlas/judgement';
import type { RequestHandler } from 'express';
import { etagOf, holdsEtag } from '../cache/cached-answer.ts';
import { ask } from '../context/ask.ts';
import { answerSignal, askerOf, readerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersOf, readyHistory } from '../context/request.ts';

const json = { type: 'application/json; charset=utf-8', write: (answer: unknown) => JSON.stringify(answer) };

/**
 * `GET` of a judgement. Answers are kept by question, scope and version of the data, so that they are gone
 * the moment a load is published; the same question asked by many is worked out once.
 */
export function answerJudgement<Question, Answer>(
  context: Context,
  { name, parse, answer, writing }: Judgement<Question, Answer>,
): RequestHandler {
  const { city, database } = context;
  const regimes = city.regimes.map((regime) => regime.name);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const { scope } = asker;
    const question = parse(parametersOf(request), regimes);
    const history = await readyHistory(context, scope);
    const { version, published } = history.publication;
    const key = JSON.stringify([name, city.code, version, published, scope, question]);
    const tag = etagOf(key);
    response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
    if (holdsEtag(request, tag)) {
      response.status(304).end();
      return;
    }
    const { type, write } = writing?.(question) ?? json;
    const tables = await context.tables();
    const body = await context.judgements.answer(key, answerSignal(context, asker, response), (signal) =>
      ask(context, { history, scope }, signal, async (current) => {
        const reader = readerOf(context, asker);
        const run = { database, history: current, city, tables, scope, signal, reader };
        return Buffer.from(write(await answer(question, city, run)));
      }),
    );
    response.type(type).send(body);
  };
}
