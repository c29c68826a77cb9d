import {
  checkParameterNames,
  type Find,
  findParameters,
  parsePageSize,
  parseShortText,
} from '@hotline-atlas/model';
import { answerPage, withSourceNumber } from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import { ask } from '../context/ask.ts';
import { type Asker, answerSignal, askerOf, cursorSealOf, readerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersOf, readyHistory } from '../context/request.ts';
import { find, type Hit } from '../find/find.ts';
import { type Named, namesOf } from '../find/names.ts';

/** Characters of a text at the most: numbers of orders may have so many. */
const longest = 200;

/** Names of one kind at the most. */
const mostOfAKind = 6;

/** Whether a text may be the number of an order: it has a digit. Few months can hold a number, often none. */
const mayBeNumber = (text: string): boolean => /\p{Nd}/u.test(text);

/** The number of an order as whoever asks may see it; null where it is not among the appeals they see. */
async function orderNumber(
  context: Context,
  asker: Asker,
  text: string,
  signal: AbortSignal,
): Promise<string | null> {
  const { scope } = asker;
  const { database, city, patience } = context;
  const history = await readyHistory(context, scope);
  const reader = readerOf(context, asker);
  const wanted = withSourceNumber({ where: [], withoutRegimes: [], id: text }, reader.numberKey);
  const tables = await context.tables();
  const seal = cursorSealOf(context, asker, '');
  const page = await ask(context, { history, scope }, signal, (current) =>
    answerPage(wanted, {
      ...reader,
      database,
      signal,
      city,
      tables,
      cursor: null,
      orderedCursor: null,
      seal,
      size: 1,
      patience,
      history: current,
    }),
  );
  const id = page.rows[0]?.id;
  return typeof id === 'string' ? id : null;
}

const aboveOf = ({ parent }: Named, byCode: ReadonlyMap<string, Named>) => {
  const above = byCode.get(parent);
  return above ? { kind: above.kind, code: above.code, label: above.label } : null;
};

/** `GET /api/find`: areas, topics, units, pages and an order by what somebody types. */
export function answerFind(context: Context): RequestHandler {
  const entries = namesOf(context.city);
  const byCode = new Map(
    entries.filter(({ kind }) => kind === 'topic' || kind === 'district').map((entry) => [entry.code, entry]),
  );
  const told = ({ entry, match }: Hit) => ({
    kind: entry.kind,
    code: entry.code,
    label: entry.label,
    above: aboveOf(entry, byCode),
    match,
  });
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(findParameters.shape));
    const text = (parseShortText(raw, 'text', longest) ?? '').normalize('NFKC').trim();
    const limit = parsePageSize(raw, 30, 60);
    const signal = answerSignal(context, asker, response);
    const order = mayBeNumber(text) ? await orderNumber(context, asker, text, signal) : null;
    const body: Find = {
      text,
      order,
      results: find(entries, text, asker.scope, mostOfAKind).slice(0, limit).map(told),
      words: asker.scope.texts && text !== '',
    };
    response.set('Cache-Control', 'private, no-store').json(body);
  };
}
