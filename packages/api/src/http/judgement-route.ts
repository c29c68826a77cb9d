import type { City } from '@hotline-atlas/city';
import type { RawParameters } from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import type { JudgementRun } from '../judgement/read-series.ts';
import type { Atlas } from './atlas.ts';
import { holds, tagOfAnswer } from './kept-answer.ts';
import { leaving, parametersOf, readyHistory } from './request.ts';

/** How an answer is written. */
export interface Writing<Answer> {
  type: string;
  write: (answer: Answer) => string;
}

/** One address of judgement: how its parameters are read and its question answered. */
export interface Judgement<Question, Answer> {
  name: string;
  parse: (raw: RawParameters, regimes: readonly string[]) => Question;
  answer: (question: Question, city: City, run: JudgementRun) => Promise<Answer>;
  /** JSON where it says nothing. */
  writing?: (question: Question) => Writing<Answer> | null;
}

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
