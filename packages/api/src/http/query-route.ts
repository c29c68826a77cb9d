import { checkParameterNames, type Meta, parseQuery, queryParameters } from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import { answerArrow, answerRows, type Run } from '../answer/run-query.ts';
import { type Plan, planQuery } from '../plan/plan.ts';
import type { Atlas } from './atlas.ts';
import { asksAfresh, holds, type KeptAnswer, keyOfAnswer, tagOfAnswer } from './kept-answer.ts';
import { leaving, parametersOf, readyHistory } from './request.ts';

const arrowType = 'application/vnd.apache.arrow.stream';
const jsonType = 'application/json';
const longestHeader = 12_000;

/** The meta of an answer as a header. Too many columns for a header are left out: the Arrow schema names them too. */
function metaHeader(meta: Meta): string {
  const whole = encodeURIComponent(JSON.stringify(meta));
  if (whole.length <= longestHeader) return whole;
  return encodeURIComponent(JSON.stringify({ ...meta, columns: [], incomplete: meta.incomplete.slice(-50) }));
}

const kept = (type: string, body: Buffer, headers: Record<string, string> = {}): KeptAnswer => ({
  type,
  headers,
  body,
  length: body.length + JSON.stringify(headers).length,
});

/** Runs a plan and writes its answer in a media type. */
async function write(plan: Plan, run: Run, type: string): Promise<KeptAnswer> {
  if (type === jsonType) return kept(type, Buffer.from(JSON.stringify(await answerRows(plan, run))));
  const { meta, body } = await answerArrow(plan, run);
  return kept(type, body, { 'X-Atlas-Meta': metaHeader(meta) });
}

/**
 * `GET /api/query`: the one question everything uses. An answer is kept for its question, scope and version of the data; asked by many
 * at once, it is worked out once.
 */
export function answerQuery(atlas: Atlas): RequestHandler {
  const { database, city, questions, answers } = atlas;
  const regimes = city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(queryParameters.shape));
    const query = parseQuery(raw, regimes);
    const history = await readyHistory(atlas);
    const scope = atlas.scopeOf(request);
    const type = request.accepts([jsonType, arrowType]) === arrowType ? arrowType : jsonType;
    const key = keyOfAnswer(query, scope, history, type);
    const tag = tagOfAnswer(key);
    response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' }).vary('Accept');
    if (holds(request, tag)) {
      response.status(304).end();
      return;
    }
    const tables = await atlas.tables();
    const make = (signal: AbortSignal) =>
      questions.run(signal, () => {
        const plan = planQuery(query, scope, history, city, tables);
        return write(plan, { database, history, timeZone: city.time_zone, signal }, type);
      });
    const signal = leaving(response);
    const { headers, body } = await (asksAfresh(request) ? make(signal) : answers.answer(key, signal, make));
    response.set(headers).type(type).send(body);
  };
}
