import { csvw, periodOf, visibleColumns, withOrderNumber } from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { disconnectSignal, readyHistory } from '../../context/request.ts';
import { aboutExport } from './about-export.ts';
import { encodeRecords, fileName, parseExport } from './export-route.ts';

/**
 * `GET /api/export/about`: what the file of the same parameters is, for formats that have no room for it
 * inside. A file and its description name the version of the data they are of.
 */
export function answerExportAbout(context: Context): RequestHandler {
  const { city } = context;
  const regimes = city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const { selection: sent, format } = parseExport(request, regimes);
    const history = await readyHistory(context);
    const scope = await context.scopeOf(request);
    const lookup = { database: context.database, city, history, scope, signal: disconnectSignal(response) };
    const selection = await context.questions.run(lookup.signal, () => withOrderNumber(sent, lookup));
    const { version } = history.publication;
    const file = fileName(city.code, periodOf(selection, history), version, format);
    const asked = `${encodeRecords(selection)}`;
    const about = aboutExport(selection, history, city, { asked, format, version, scope, records: null });
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${file}-metadata.json"`,
    });
    response.type('application/csvm+json').send(JSON.stringify(csvw(file, visibleColumns(scope), about)));
  };
}
