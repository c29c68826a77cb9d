import type { Judgement } from '@hotline-atlas/judgement';
import type { RequestHandler } from 'express';
import { holds, tagOfAnswer } from '../cache/kept-answer.ts';
import type { Atlas } from '../context/atlas.ts';
import { leaving, parametersOf, readyHistory } from '../context/request.ts';

const json = { type: 'application/json; charset=utf-8', write: (answer: unknown) => JSON.stringify(answer) };

/**
 * `GET` of a judgement. Answers are kept by question, scope and version of the data, so that they are gone the moment a
 * load is published; the same question asked by many is worked out once.
 */
export function answerJudgement<Question, Answer>(
  atlas: Atlas,
  { name, parse, answer, writing }: Judgement<Question, Answer>,
): RequestHandler {
  const { city, database } = atlas;
  const regimes = city.regimes.map((regime) => regime.name);
  return async (request, response) => {
    const question = parse(parametersOf(request), regimes);
    const history = await readyHistory(atlas);
    const scope = atlas.scopeOf(request);
    const { version, published } = history.publication;
    const key = JSON.stringify([name, city.code, version, published, scope, question]);
    const tag = tagOfAnswer(key);
    response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
    if (holds(request, tag)) {
      response.status(304).end();
      return;
    }
    const { type, write } = writing?.(question) ?? json;
    const tables = await atlas.tables();
    const body = await atlas.judgements.answer(key, leaving(response), (signal) =>
      atlas.questions.run(signal, async () =>
        Buffer.from(write(await answer(question, city, { database, history, city, tables, scope, signal }))),
      ),
    );
    response.type(type).send(body);
  };
}
