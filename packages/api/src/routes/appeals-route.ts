import {
  appealsParameters,
  checkParameterNames,
  encodeSelection,
  longestCursor,
  parsePageSize,
  parseSelection,
  parseShortText,
  type RawParameters,
} from '@hotline-atlas/model';
import {
  answerPage,
  type PageRun,
  parseCursor,
  type RecordSelection,
  withOpenAsOf,
  withSourceNumber,
} from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import { ask } from '../context/ask.ts';
import { answerSignal, askerOf, cursorSealOf, readerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersOf, readyHistory } from '../context/request.ts';
import { withoutWords } from '../context/without-words.ts';
import { writeDown } from '../context/write-down.ts';

/** Which records an address asks for. */
export function parseRecordSelection(raw: RawParameters, regimes: readonly string[]): RecordSelection {
  const id = parseShortText(raw, 'id', 200);
  return { ...parseSelection(raw, regimes), ...(id !== undefined && { id }) };
}

/** A selection of records as it stands in an address. */
export function encodeRecords({ id, ...selection }: RecordSelection): URLSearchParams {
  const parameters = encodeSelection(selection);
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
    const seal = cursorSealOf(context, asker);
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(appealsParameters.shape));
    const selection = parseRecordSelection(raw, regimes);
    const cursor = parseCursor(parseShortText(raw, 'cursor', longestCursor), seal);
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
