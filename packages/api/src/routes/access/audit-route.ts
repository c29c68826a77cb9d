import { auditEvents } from '@hotline-atlas/access';
import {
  type Audit,
  checkParameterNames,
  csvField,
  InvalidQuestion,
  parseName,
  parsePageSize,
  parseShortText,
  type RawParameters,
} from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { parametersOf } from '../../context/request.ts';
import { keepingOf, unkept } from './asked-access.ts';

const columns = ['number', 'at', 'who', 'event', 'subject', 'detail', 'hash'] as const;

const csv = ({ entries }: Audit): string =>
  [
    columns.join(','),
    ...entries.map((entry) =>
      columns
        .map((name) => (name === 'detail' ? JSON.stringify(entry.detail) : entry[name]))
        .map(csvField)
        .join(','),
    ),
    '',
  ].join('\r\n');

function parseBefore(raw: RawParameters): number | undefined {
  const sent = parseShortText(raw, 'before', 20);
  if (sent === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(sent)) throw new InvalidQuestion('before', sent, 'send the number of an entry');
  return Number(sent);
}

/** `GET /api/audit`: entries, newest first; as JSON, or as a file for a spreadsheet. */
export const answerAudit =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const raw = parametersOf(request);
    checkParameterNames(raw, ['before', 'event', 'who', 'limit', 'format']);
    const event = parseShortText(raw, 'event', 80);
    const format = parseName('format', parseShortText(raw, 'format', 10) ?? 'json', ['json', 'csv'] as const);
    const page = await keepingOf(context).audit.read({
      before: parseBefore(raw),
      event: event === undefined ? undefined : parseName('event', event, auditEvents),
      who: parseShortText(raw, 'who', 80),
      limit: parsePageSize(raw, 100, format === 'csv' ? 100_000 : 1000),
    });
    unkept(response);
    if (format === 'json') response.json(page);
    else
      response
        .set('Content-Disposition', 'attachment; filename="audit.csv"')
        .type('text/csv; charset=utf-8')
        .send(csv(page));
  };

/** `GET /api/audit/check`: whether the chain is whole. */
export const answerAuditCheck =
  (context: Context): RequestHandler =>
  async (_request, response) => {
    unkept(response).json(await keepingOf(context).checkAudit());
  };
