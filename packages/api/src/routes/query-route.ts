import { ripenessOfPlan } from '@hotline-atlas/judgement';
import {
  type Covered,
  checkParameterNames,
  type Meta,
  parseCanonical,
  type Query,
  queryParameters,
  type Scope,
} from '@hotline-atlas/model';
import {
  answerArrow,
  answerRows,
  dependsOn,
  type History,
  type Plan,
  planQuery,
  type ReadCounts,
  type Run,
  withOpenAsOf,
} from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import { bypassesCache, type CachedAnswer, cacheKeyOf, etagOf, holdsEtag } from '../cache/cached-answer.ts';
import { ask } from '../context/ask.ts';
import { answerSignal, askerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersOf, readyHistory } from '../context/request.ts';

const arrowType = 'application/vnd.apache.arrow.stream';
export const jsonType = 'application/json';
const longestHeader = 12_000;

const mostSpans = 10;

/** The days of an answer in short: their numbers, and the first of their spans. */
const coveredInShort = ({ paired, ...covered }: Covered): Covered => ({
  ...covered,
  spans: covered.spans.slice(0, mostSpans),
  left_out: covered.left_out.slice(0, mostSpans),
  paired: paired && {
    ...paired,
    spans: paired.spans.slice(0, mostSpans),
    before: paired.before.slice(0, mostSpans),
    left_out: paired.left_out.slice(0, mostSpans),
  },
});

/**
 * The meta of an answer as a header. What is too much for one is left out: the Arrow schema names the columns
 * too, and JSON tells all days.
 */
function metaHeader(meta: Meta): string {
  const whole = encodeURIComponent(JSON.stringify(meta));
  if (whole.length <= longestHeader) return whole;
  const covered = coveredInShort(meta.covered);
  const inShort = { ...meta, columns: [], incomplete: meta.incomplete.slice(-50), covered };
  return encodeURIComponent(JSON.stringify(inShort));
}

const cachedAnswer = (type: string, body: Buffer, headers: Record<string, string> = {}): CachedAnswer => ({
  type,
  headers,
  body,
  length: body.length + JSON.stringify(headers).length,
});

/** The text of a question in the key of its answer: with the moment as of which it counts open orders. */
export function keyTextOf(canonical: string, query: Query): string {
  const at = dependsOn(query);
  return at === null ? canonical : `${canonical} ${at}`;
}

/** How a question is planned and read. */
export type Prepare = (history: History) => { plan: Plan; read?: ReadCounts };

/** Runs a plan and writes its answer in a media type; how ripe its rates are is found out meanwhile. */
async function write(
  { plan, read }: ReturnType<Prepare>,
  run: Run,
  type: string,
  { city, tables }: Pick<Context, 'city' | 'tables'>,
): Promise<CachedAnswer> {
  const finding = ripenessOfPlan(plan, run, city, await tables());
  if (type === jsonType) {
    const [{ meta, rows }, ripeness] = await Promise.all([answerRows(plan, run, read), finding]);
    return cachedAnswer(type, Buffer.from(JSON.stringify({ meta: { ...meta, ripeness }, rows })));
  }
  const [{ meta, body }, ripeness] = await Promise.all([answerArrow(plan, run), finding]);
  return cachedAnswer(type, body, { 'X-Atlas-Meta': metaHeader({ ...meta, ripeness }) });
}

/** An answer that is asked for. */
export interface AnswerRequest {
  /** The key of the answer in the cache; null where it must be made afresh. */
  key: string | null;
  type: string;
  history: History;
  scope: Scope;
  signal: AbortSignal;
}

/** The answer to a question. Asked by many at once, it is worked out once, unless it has to be afresh. */
export function answerFrom(
  context: Context,
  { key, type, history, scope, signal }: AnswerRequest,
  prepare: Prepare,
): Promise<CachedAnswer> {
  const { database, city, answers } = context;
  const make = (whileWanted: AbortSignal) =>
    ask(context, { history, scope }, whileWanted, (current) => {
      const run = { database, history: current, timeZone: city.time_zone, signal: whileWanted };
      return write(prepare(current), run, type, context);
    });
  return key === null ? make(signal) : answers.answer(key, signal, make);
}

/**
 * `GET /api/query`: the one question everything uses. An answer is kept for its question, scope and version
 * of the data.
 */
export function answerQuery(context: Context): RequestHandler {
  const regimes = context.city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(queryParameters.shape));
    const parsed = parseCanonical(raw, regimes);
    const { scope } = asker;
    const type = request.accepts([jsonType, arrowType]) === arrowType ? arrowType : jsonType;
    const signal = answerSignal(context, asker, response);
    response.set('Cache-Control', 'private, no-cache').vary('Accept');
    const history = await readyHistory(context, scope);
    const query = withOpenAsOf(parsed.query, scope, history);
    const key = cacheKeyOf(keyTextOf(parsed.canonical, query), scope, history, type);
    const tag = etagOf(key);
    if (holdsEtag(request, tag)) {
      response.status(304).set('ETag', tag).end();
      return;
    }
    const tables = await context.tables();
    const prepare: Prepare = (current) => ({ plan: planQuery(query, scope, current, context.city, tables) });
    const asked = { key: bypassesCache(request) ? null : key, type, history, scope, signal };
    const { headers, body } = await answerFrom(context, asked, prepare);
    response.set({ ...headers, ETag: tag });
    response.type(type).send(body);
  };
}
