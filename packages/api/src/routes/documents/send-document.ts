import type { Language, Scope } from '@hotline-atlas/model';
import { InvalidQuestion, languages, parseName, parseText, type RawParameters } from '@hotline-atlas/model';
import type { DocumentTask } from '@hotline-atlas/reports';
import type { Response } from 'express';
import { type Asker, answerSignal } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { causeOf, isClientGone } from '../../problems/problem.ts';
import { logExport } from '../export/export-log.ts';

type DocumentFormat = 'pdf' | 'xlsx';

const types: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What is made, and what is written down of it. */
export interface AskedDocument {
  task: DocumentTask;
  format: DocumentFormat;
  /** Name of the file, without its ending. */
  name: string;
  /** The address that was asked, without a host. */
  asked: string;
  version: number;
  /** Rows of the document: units, or groups. */
  records: number;
}

/** The language a document is asked in. */
export const languageOf = (raw: RawParameters): Language =>
  parseName('language', parseText(raw, 'language') ?? 'en', languages);

/** @throws InvalidQuestion where a parameter that has to be there is not */
export function requiredText(raw: RawParameters, name: string, advice: string): string {
  const value = parseText(raw, name);
  if (value === undefined) throw new InvalidQuestion(name, '', advice);
  return value;
}

/** A name of a file that every system takes. */
const fileName = (name: string, format: DocumentFormat): string =>
  `${name.replace(/[^\w.-]+/g, '_').slice(0, 120)}.${format}`;

async function send(
  context: Context,
  { person, scope }: { person: Asker['person']; scope: Scope },
  document: AskedDocument,
  { response, signal }: { response: Response; signal: AbortSignal },
): Promise<void> {
  const { task, format, name, asked, version, records } = document;
  const file = fileName(name, format);
  const logged = await logExport(context, person, { file, format, asked, scope, version, records });
  try {
    const bytes = await context.documents.bytes(task, signal);
    signal.throwIfAborted();
    response.set({
      'Content-Disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${file}"`,
      'X-Atlas-Version': String(version),
      'Cache-Control': 'private, no-store, no-transform',
    });
    response.type(types[format]).send(bytes);
    await logged.end('complete', bytes.length);
  } catch (cause) {
    const cancelled = signal.aborted || isClientGone(cause);
    await logged.end(cancelled ? 'cancelled' : 'failed', 0, causeOf(cause));
    throw cause;
  }
}

/**
 * Makes a document and sends it: whole, or not at all. It takes a place among the exports and stands in their
 * log.
 * @throws Busy where too many are under way
 */
export async function sendDocument(
  context: Context,
  asker: Asker,
  response: Response,
  make: (signal: AbortSignal) => Promise<AskedDocument>,
): Promise<void> {
  const signal = answerSignal(context, asker, response);
  await context.exports.run(response, signal, async () => {
    const document = await make(signal);
    await send(context, asker, document, { response, signal });
  });
}
