import type { Judgement } from '@hotline-atlas/judgement';
import type { RawParameters } from '@hotline-atlas/model';
import type { RequestHandler, Response } from 'express';
import { weightOf } from '../admission/weight-of.ts';
import { etagOf, holdsEtag } from '../cache/cached-answer.ts';
import { ask } from '../context/ask.ts';
import { type Asker, answerSignal, askerOf, readerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersOf, readyHistory } from '../context/request.ts';
import { withoutWords } from '../context/without-words.ts';
import { writeDown } from '../context/write-down.ts';

const json = { type: 'application/json; charset=utf-8', write: (answer: unknown) => JSON.stringify(answer) };

/** What was asked, as it stands in the audit. */
function askedOf(context: Context, name: string, raw: RawParameters): string {
  const sent = Object.entries(raw).flatMap(([parameter, values]) =>
    values.map((value) => [parameter, value]),
  );
  return `${name}?${withoutWords(context, `${new URLSearchParams(sent)}`)}`;
}

/** Whether a judgement may tell somebody texts: they are written down each time, and kept by no browser. */
const opensTexts = ({ textsIn }: { textsIn?: unknown }, { scope }: Asker): boolean =>
  textsIn !== undefined && scope.texts;

/** Sends what a browser may keep as long as the data stays the same. */
const allowKeeping = (response: Response, tag: string): Response =>
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });

/**
 * `GET` of a judgement. Answers are kept by question, scope and version of the data, so that they are gone
 * the moment a load is published; the same question asked by many is worked out once. Texts that are opened
 * are written down, one line a request.
 * @param revision of whatever else an answer rests on
 */
export function answerJudgement<Question, Answer>(
  context: Context,
  judgement: Judgement<Question, Answer>,
  revision = 0,
): RequestHandler {
  const { name, parse, answer, writing, textsIn } = judgement;
  const { city, database } = context;
  const regimes = city.regimes.map((regime) => regime.name);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const { scope, person } = asker;
    const raw = parametersOf(request);
    const question = parse(raw, regimes);
    const history = await readyHistory(context, scope);
    const { version, published } = history.publication;
    const key = JSON.stringify([name, city.code, version, published, scope, question, revision]);
    const tag = etagOf(key);
    const opens = opensTexts(judgement, asker);
    if (opens) response.set('Cache-Control', 'private, no-store');
    else if (holdsEtag(request, tag)) {
      allowKeeping(response, tag).status(304).end();
      return;
    } else allowKeeping(response, tag);
    const { type, write } = writing?.(question) ?? json;
    const tables = await context.tables();
    const { body, texts } = await context.judgements.answer(
      key,
      answerSignal(context, asker, response),
      (signal) =>
        ask(context, { history, scope, weight: weightOf(name) }, signal, async (current) => {
          const reader = readerOf(context, asker);
          const run = { database, history: current, city, tables, scope, signal, reader };
          const judged = await answer(question, city, run);
          const body = Buffer.from(write(judged));
          return { body, length: body.length, texts: textsIn?.(judged) ?? 0 };
        }),
    );
    if (opens && texts > 0)
      await writeDown(context, person, {
        event: 'texts-opened',
        detail: { asked: askedOf(context, name, raw), records: texts },
      });
    response.type(type).send(body);
  };
}
