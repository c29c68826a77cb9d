import { csvw, visibleColumns, withOpenAsOf, withOrderNumber } from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import { answerSignal, askerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { readyHistory } from '../../context/request.ts';
import { demand } from '../../context/scope-of.ts';
import { encodeRecords } from '../appeals-route.ts';
import { aboutExport } from './about-export.ts';
import { attached } from './attached.ts';
import { cellNamesOf } from './cell-names.ts';
import { exportName, parseExport } from './export-route.ts';

/**
 * `GET /api/export/about`: what the file of the same parameters is, for formats that have no room for it
 * inside. A file and its description name the version of the data they are of.
 */
export function answerExportAbout(context: Context): RequestHandler {
  const { city } = context;
  const regimes = city.regimes.map(({ name }) => name);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const { scope } = asker;
    demand('export', asker.person);
    const { selection: sent, format } = parseExport(request, regimes);
    const history = await readyHistory(context, scope);
    const signal = answerSignal(context, asker, response);
    const lookup = { database: context.database, city, history, scope, signal };
    const selection = await context.questions.run(lookup.signal, () =>
      withOrderNumber(withOpenAsOf(sent, scope, history), lookup),
    );
    const { version } = history.publication;
    const file = exportName(city.code, selection, history, format);
    const asked = `${encodeRecords(selection)}`;
    const cellNames = await context.questions.run(signal, () => cellNamesOf(context, selection, lookup));
    const described = { asked, format, version, scope, records: null, cellNames };
    const about = aboutExport(selection, history, city, described);
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': attached(`${file}-metadata.json`),
    });
    response.type('application/csvm+json').send(JSON.stringify(csvw(file, visibleColumns(scope), about)));
  };
}
