import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  checkParameterNames,
  type ExportFormat,
  exportFormats,
  exportParameters,
  fileNameOf,
  mostSheetRecords,
  parseName,
  parseText,
  type Query,
} from '@hotline-atlas/model';
import {
  appealTable,
  boundsOfQuestions,
  compileExport,
  compileQuery,
  fileFormats,
  type History,
  monthsOfId,
  monthsOfRecords,
  periodOf,
  planQuery,
  type RecordSelection,
  sourcesOf,
  TooHeavy,
  visibleColumns,
  withKeyValues,
  withOpenAsOf,
  withOrderNumber,
  workbook,
} from '@hotline-atlas/query';
import type { Request, RequestHandler, Response } from 'express';
import { type Asker, answerSignal, askerOf, readerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { parametersOf, readyHistory } from '../../context/request.ts';
import { demand } from '../../context/scope-of.ts';
import { causeOf, isClientGone } from '../../problems/problem.ts';
import { encodeRecords, parseRecordSelection } from '../appeals-route.ts';
import { aboutExport } from './about-export.ts';
import { attached } from './attached.ts';
import { cellNamesOf } from './cell-names.ts';
import { type ExportEntry, logExport } from './export-log.ts';

/** An export as it is asked for. */
export interface QueryRequest {
  selection: RecordSelection;
  format: ExportFormat;
}

/**
 * What an address of exports asks for.
 * @throws InvalidQuestion when it is not understood
 */
export function parseExport(request: Request, regimes: readonly string[]): QueryRequest {
  const raw = parametersOf(request);
  checkParameterNames(raw, Object.keys(exportParameters.shape));
  return {
    selection: parseRecordSelection(raw, regimes),
    format: parseName('format', parseText(raw, 'format') ?? 'csv', exportFormats),
  };
}

/** City, period, filters and version of the data: what a file tells before it is opened. */
export const exportName = (
  city: string,
  selection: RecordSelection,
  history: History,
  format: ExportFormat,
): string => {
  const { where, q, id } = selection;
  const { version } = history.publication;
  const searched = q !== undefined || id !== undefined;
  const name = fileNameOf({ city, period: periodOf(selection, history), where, searched, version });
  return `${name}.${fileFormats[format].extension}`;
};

/** Formats that hold their description inside. */
const describesItself: ReadonlySet<ExportFormat> = new Set(['parquet', 'xlsx']);

/** Many programs read headers of 16 kB together at the most, and what was asked stands in one already. */
const longestLinked = 4000;

/**
 * The header that leads to the description of a file without room for one: see CSV on the Web, “link header”.
 */
const linkToAbout = ({ asked, format }: ExportEntry) =>
  !describesItself.has(format) &&
  asked.length <= longestLinked && {
    Link: `</api/export/about?${asked ? `${asked}&` : ''}format=${format}>; rel="describedby"; type="application/csvm+json"`,
  };

/** Passes bytes on and counts them. */
function counter(): { count: Transform; bytes: () => number } {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { count, bytes: () => bytes };
}

/**
 * Records of a selection, from the table that counts them soonest; null where only the rows could, and nobody
 * must know.
 */
async function countRecords(
  { city, database, tables }: Context,
  selection: RecordSelection,
  { format, asker: { scope }, history, signal }: Taken,
): Promise<number | null> {
  const query: Query = { ...selection, metrics: ['appeals'], by: [], order: [], resolution: 8 };
  const plan = planQuery(query, scope, history, city, await tables());
  const fromRows = selection.id !== undefined || sourcesOf(plan).includes(appealTable.name);
  if (fromRows && (format !== 'xlsx' || selection.id !== undefined)) return null;
  const { text, parameters } = compileQuery(plan);
  const { rows } = await database.rows<{ appeals: number }>({
    sql: text,
    parameters,
    settings: boundsOfQuestions,
    signal,
    label: 'export: count',
  });
  const records = rows[0]?.appeals ?? 0;
  if (format === 'xlsx' && records > mostSheetRecords)
    throw new TooHeavy(
      `A sheet holds ${mostSheetRecords} records, and ${records} are selected. Choose a shorter period or more conditions, or another format: csv, ndjson, parquet or arrow hold any number.`,
    );
  return records;
}

/** What an export is taken of, and for whom. */
interface Taken {
  format: ExportFormat;
  asker: Asker;
  history: History;
  signal: AbortSignal;
}

/** The bytes of the file, and what they go through on their way out. */
async function bodyOf(
  context: Context,
  selection: RecordSelection,
  taken: Taken,
  entry: ExportEntry,
): Promise<[Readable, ...Transform[]]> {
  const { city, database } = context;
  const { format, asker, history, signal } = taken;
  const whole = monthsOfRecords(selection, history, city);
  const months =
    selection.id === undefined ? whole : await monthsOfId(whole, selection.id, { database, history, signal });
  const statement = compileExport(selection, months, readerOf(context, asker), format);
  const body = await database.stream({ ...statement, signal, label: 'export' });
  const { scope } = asker;
  const cellNames = describesItself.has(format)
    ? await cellNamesOf(context, selection, { scope, history, signal })
    : new Map<string, string>();
  const about = aboutExport(selection, history, city, { ...entry, cellNames });
  if (format === 'parquet') return [body, withKeyValues(about)];
  return [format === 'xlsx' ? workbook(visibleColumns(asker.scope), body, about) : body];
}

async function send(
  context: Context,
  { selection: sent, format }: QueryRequest,
  asker: Asker,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  const { scope } = asker;
  const history = await readyHistory(context, scope);
  const { city, database } = context;
  const selection = await withOrderNumber(withOpenAsOf(sent, scope, history), {
    database,
    city,
    history,
    scope,
    signal,
  });
  const taken: Taken = { format, asker, history, signal };
  const { version } = history.publication;
  const entry: ExportEntry = {
    file: exportName(context.city.code, selection, history, format),
    format,
    asked: `${encodeRecords(selection)}`,
    scope,
    version,
    records: await countRecords(context, selection, taken),
  };
  const logged = await logExport(context, asker.person, entry);
  const { count, bytes } = counter();
  try {
    const [body, ...stages] = await bodyOf(context, selection, taken, entry);
    response.set({
      'Content-Disposition': attached(entry.file),
      'X-Atlas-Version': String(version),
      'X-Atlas-Asked': entry.asked,
      ...linkToAbout(entry),
      ...(entry.records !== null && { 'X-Atlas-Records': String(entry.records) }),
    });
    response.set('Cache-Control', 'private, no-store, no-transform').type(fileFormats[format].type);
    await pipeline([body, ...stages, count, response]);
  } catch (cause) {
    const why: unknown = signal.aborted ? signal.reason : cause;
    const cancelled = signal.aborted || isClientGone(cause);
    await logged.end(cancelled ? 'cancelled' : 'failed', bytes(), causeOf(why));
    throw why;
  }
  await logged.end('complete', bytes());
}

/** `GET /api/export`: every record selected as a file, complete or visibly broken off. */
export function answerExport(context: Context): RequestHandler {
  const regimes = context.city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    demand('export', asker.person);
    const asked = parseExport(request, regimes);
    const signal = answerSignal(context, asker, response);
    await context.exports.run(response, signal, () => send(context, asked, asker, response, signal));
  };
}
