import {
  appealsParameters,
  checkParameterNames,
  parsePageSize,
  parseSelection,
  parseShortText,
  type RawParameters,
} from '@hotline-atlas/model';
import { answerPage, type PageRun, parseCursor, type RecordSelection } from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import { ask } from '../context/ask.ts';
import type { Context } from '../context/context.ts';
import { disconnectSignal, parametersOf, readyHistory } from '../context/request.ts';

/** Which records an address asks for. */
export function parseRecordSelection(raw: RawParameters, regimes: readonly string[]): RecordSelection {
  const id = parseShortText(raw, 'id', 200);
  return { ...parseSelection(raw, regimes), ...(id !== undefined && { id }) };
}

/** `GET /api/appeals`: the records, newest first, page by page. */
export function answerAppeals(context: Context): RequestHandler {
  const { city, database } = context;
  const regimes = city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(appealsParameters.shape));
    const selection = parseRecordSelection(raw, regimes);
    const cursor = parseCursor(parseShortText(raw, 'cursor', 400));
    const size = parsePageSize(raw, 50, 1000);
    const history = await readyHistory(context);
    const signal = disconnectSignal(response);
    const run: Omit<PageRun, 'history'> = {
      database,
      timeZone: city.time_zone,
      signal,
      scope: await context.scopeOf(request),
      city,
      tables: await context.tables(),
      cursor,
      size,
      patience: context.patience,
    };
    response.set('Cache-Control', 'private, no-store');
    response.json(
      await ask(context, history, signal, (current) => answerPage(selection, { ...run, history: current })),
    );
  };
}
