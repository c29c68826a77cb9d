import { checkParameterNames, type Meta, parseQuery, queryParameters } from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import { answerArrow, answerRows } from '../answer/run-query.ts';
import { planQuery } from '../plan/plan.ts';
import type { Atlas } from './atlas.ts';
import { leaving, parametersOf, readyHistory } from './request.ts';

const arrowType = 'application/vnd.apache.arrow.stream';
const longestHeader = 12_000;

/** The meta of an answer as a header. Too many columns for a header are left out: the Arrow schema names them too. */
function metaHeader(meta: Meta): string {
  const whole = encodeURIComponent(JSON.stringify(meta));
  if (whole.length <= longestHeader) return whole;
  return encodeURIComponent(JSON.stringify({ ...meta, columns: [], incomplete: meta.incomplete.slice(-50) }));
}

/** `GET /api/query`: the one question everything uses. */
export function answerQuery(atlas: Atlas): RequestHandler {
  const regimes = atlas.city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(queryParameters.shape));
    const query = parseQuery(raw, regimes);
    const history = await readyHistory(atlas);
    const plan = planQuery(query, atlas.scopeOf(request), history, atlas.city, await atlas.tables());
    const signal = leaving(response);
    const run = { database: atlas.database, history, timeZone: atlas.city.time_zone, signal };
    response.set('Cache-Control', 'private, no-cache').vary('Accept');
    if (request.accepts(['application/json', arrowType]) === arrowType) {
      const { meta, body } = await atlas.questions.run(signal, () => answerArrow(plan, run));
      response.set('X-Atlas-Meta', metaHeader(meta)).type(arrowType).send(body);
      return;
    }
    response.json(await atlas.questions.run(signal, () => answerRows(plan, run)));
  };
}
