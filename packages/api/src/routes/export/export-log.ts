import { randomUUID } from 'node:crypto';
import type { Person } from '@hotline-atlas/access';
import { readSql } from '@hotline-atlas/clickhouse';
import type { ExportFormat, Scope } from '@hotline-atlas/model';
import type { Context } from '../../context/context.ts';
import { withoutWords } from '../../context/without-words.ts';
import { writeDown } from '../../context/write-down.ts';

/** What is known of an export when it begins. */
export interface ExportEntry {
  file: string;
  format: ExportFormat;
  /** Filters and words, as they stand in an address. */
  asked: string;
  scope: Scope;
  version: number;
  records: number | null;
}

/** What is taken away: records, or a document of an evaluation. */
type TakenAway = Omit<ExportEntry, 'format'> & { format: ExportFormat | 'pdf' };

type ExportOutcome = 'complete' | 'cancelled' | 'failed';

/** An export under way. */
export interface LoggedExport {
  /** Writes how it ended, into the table and the log of the server. */
  end(outcome: ExportOutcome, bytes: number, cause?: Record<string, unknown>): Promise<void>;
}

/** Writes that an export begins, without its words; what cannot be logged is not exported. */
export async function logExport(
  context: Context,
  person: Person,
  { asked: whole, ...rest }: TakenAway,
): Promise<LoggedExport> {
  const { database, log } = context;
  const entry: TakenAway = { ...rest, asked: withoutWords(context, whole) };
  const began = Date.now();
  const id = randomUUID();
  const write = (state: 'begun' | ExportOutcome, bytes: number) =>
    database.command({
      sql: readSql('exports/log_export.sql'),
      parameters: {
        ...entry,
        export: id,
        state,
        scope: JSON.stringify(entry.scope),
        records: entry.records ?? -1,
        bytes,
        milliseconds: Date.now() - began,
      },
      label: 'log of exports',
    });
  const { format, asked, records } = entry;
  const audit = (event: 'export-begun' | 'export-ended', detail: Record<string, unknown>) =>
    writeDown(context, person, { event, subject: entry.file, detail: { export: id, ...detail } });
  await audit('export-begun', { format, asked, records, texts: entry.scope.texts });
  await write('begun', 0);
  return {
    async end(outcome, bytes, cause) {
      const milliseconds = Date.now() - began;
      log({ event: 'export', export: id, ...entry, outcome, bytes, milliseconds, ...cause });
      await write(outcome, bytes);
      await audit('export-ended', { outcome, records, bytes });
    },
  };
}
