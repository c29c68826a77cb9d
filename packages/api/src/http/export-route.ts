import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  checkParameterNames,
  type ExportFormat,
  encodeSelection,
  exportFormats,
  exportParameters,
  type Period,
  parseName,
  parseText,
} from '@hotline-atlas/model';
import type { Request, RequestHandler, Response } from 'express';
import { periodOf } from '../plan/plan.ts';
import { compileExport, fileFormats } from '../records/export.ts';
import { type RecordSelection, readingOfRecords } from '../records/selected.ts';
import { parseRecordSelection } from './appeals-route.ts';
import type { Atlas } from './atlas.ts';
import { causeOf, isClientGone } from './problem.ts';
import { leaving, parametersOf, readyHistory } from './request.ts';

interface Asked {
  selection: RecordSelection;
  format: ExportFormat;
}

function parseExport(request: Request, regimes: readonly string[]): Asked {
  const raw = parametersOf(request);
  checkParameterNames(raw, Object.keys(exportParameters.shape));
  return {
    selection: parseRecordSelection(raw, regimes),
    format: parseName('format', parseText(raw, 'format') ?? 'csv', exportFormats),
  };
}

const fileName = (city: string, { from, to }: Period, version: number, format: ExportFormat): string =>
  `${city}_${from}_${to}_v${version}.${fileFormats[format].extension}`;

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

async function send(
  atlas: Atlas,
  { selection, format }: Asked,
  request: Request,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  const { city, database, log } = atlas;
  const history = await readyHistory(atlas);
  const scope = atlas.scopeOf(request);
  const reading = readingOfRecords(selection, history, city);
  const statement = compileExport(selection, reading, scope, format, city.time_zone);
  const { version } = history.publication;
  const file = fileName(city.code, periodOf(selection, history), version, format);
  const began = Date.now();
  const entry = {
    event: 'export',
    file,
    scope,
    asked: `${encodeSelection(selection)}`,
  };
  const { count, bytes } = counter();
  try {
    const body = await database.stream({ ...statement, signal, label: 'export' });
    response.set({
      'Content-Disposition': `attachment; filename="${file}"`,
      'X-Atlas-Version': String(version),
    });
    response.set('Cache-Control', 'private, no-store').type(fileFormats[format].type);
    await pipeline(body, count, response);
    log({ ...entry, outcome: 'complete', bytes: bytes(), milliseconds: Date.now() - began });
  } catch (cause) {
    log({
      ...entry,
      outcome: isClientGone(cause) ? 'cancelled' : 'failed',
      bytes: bytes(),
      milliseconds: Date.now() - began,
      ...causeOf(cause),
    });
    throw cause;
  }
}

/** `GET /api/export`: every record selected as a file, complete or visibly broken off. */
export function answerExport(atlas: Atlas): RequestHandler {
  const regimes = atlas.city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const asked = parseExport(request, regimes);
    const signal = leaving(response);
    await atlas.exports.run(signal, () => send(atlas, asked, request, response, signal));
  };
}
