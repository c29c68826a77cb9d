import {
  appealsParameters,
  checkParameterNames,
  encodeSelection,
  longestCursor,
  parseName,
  parsePageSize,
  parseSelection,
  parseShortText,
  parseText,
  type RawParameters,
  recordOrderColumns,
} from '@hotline-atlas/model';
import {
  answerPage,
  type PageRun,
  parseCursor,
  parseOrderedCursor,
  type RecordOrder,
  type RecordSelection,
  withOpenAsOf,
  withSourceNumber,
  writtenOrder,
} from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import { ask } from '../context/ask.ts';
import { answerSignal, askerOf, cursorSealOf, readerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersOf, readyHistory } from '../context/request.ts';
import { withoutWords } from '../context/without-words.ts';
import { writeDown } from '../context/write-down.ts';

/** The order asked for; undefined for the usual one. */
function parseRecordOrder(sent: string | undefined): RecordOrder | undefined {
  if (sent === undefined) return undefined;
  const descending = sent.startsWith('-');
  return { column: parseName('order', descending ? sent.slice(1) : sent, recordOrderColumns), descending };
}

/** Which records an address asks for. */
export function parseRecordSelection(raw: RawParameters, regimes: readonly string[]): RecordSelection {
  const id = parseShortText(raw, 'id', 200);
  const order = parseRecordOrder(parseText(raw, 'order'));
  return { ...parseSelection(raw, regimes), ...(id !== undefined && { id }), ...(order && { order }) };
}

/** Pages come the newest first without being asked. */
function asPaged({ order, ...selection }: RecordSelection): RecordSelection {
  return order && writtenOrder(order) !== '-received' ? { ...selection, order } : selection;
}

/** A selection of records as it stands in an address. */
export function encodeRecords({ id, order, ...selection }: RecordSelection): URLSearchParams {
  const parameters = encodeSelection(selection);
  if (order) parameters.set('order', writtenOrder(order));
  if (id !== undefined) parameters.set('id', id);
  return parameters;
}

/** `GET /api/appeals`: the records, newest first, page by page. */
export function answerAppeals(context: Context): RequestHandler {
  const { city, database } = context;
  const regimes = city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const { scope } = asker;
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(appealsParameters.shape));
    const selection = asPaged(parseRecordSelection(raw, regimes));
    const sent = parseShortText(raw, 'cursor', longestCursor);
    const { order, ...listed } = selection;
    const seal = cursorSealOf(context, asker, `${encodeRecords(listed)}`);
    const cursor = order ? null : parseCursor(sent, seal);
    const orderedCursor = order ? parseOrderedCursor(sent, writtenOrder(order), seal) : null;
    const size = parsePageSize(raw, 50, 1000);
    const history = await readyHistory(context, scope);
    const signal = answerSignal(context, asker, response);
    const run: Omit<PageRun, 'history'> = {
      ...readerOf(context, asker),
      database,
      signal,
      city,
      tables: await context.tables(),
      cursor,
      orderedCursor,
      seal,
      size,
      patience: context.patience,
    };
    const wanted = withSourceNumber(withOpenAsOf(selection, scope, history), run.numberKey);
    const page = await ask(context, { history, scope }, signal, (current) =>
      answerPage(wanted, { ...run, history: current }),
    );
    if (scope.texts && page.rows.length > 0)
      await writeDown(context, asker.person, {
        event: 'texts-opened',
        detail: { asked: withoutWords(context, `${encodeRecords(selection)}`), records: page.rows.length },
      });
    response.set('Cache-Control', 'private, no-store').json(page);
  };
}
