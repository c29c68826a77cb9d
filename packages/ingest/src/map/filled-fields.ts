import type { Source } from '@hotline-atlas/city';
import type { SourceFieldName } from '@hotline-atlas/model';
import { MissingColumns } from '../read/check-columns.ts';
import type { InputFile } from '../read/input-file.ts';
import { openSample } from '../read/sample-records.ts';

/**
 * A source whose files may lack the columns of these fields: other files have them, so that their names are
 * not misspelt.
 */
export function mayLack(source: Source, fields: ReadonlySet<string>): Source {
  const named = Object.entries(source.fields).map(([name, definition]) =>
    fields.has(name) ? [name, { ...definition, optional: true }] : [name, definition],
  );
  return { ...source, fields: Object.fromEntries(named) };
}

/**
 * Fields a source takes from a column that a file does not have, although it does not say that files may lack
 * it.
 */
export const lackedFields = (source: Source, spoken: readonly string[]): SourceFieldName[] =>
  (Object.entries(source.fields) as [SourceFieldName, Source['fields'][SourceFieldName]][])
    .filter(([name, definition]) => !(definition?.optional ?? source.optional) && !spoken.includes(name))
    .map(([name]) => name);

/** Whether a file is stopped for a column it lacks. */
export async function isStopped(source: Source, file: InputFile): Promise<boolean> {
  try {
    const sample = await openSample(source, file);
    await sample.close();
    return false;
  } catch (error) {
    return error instanceof MissingColumns;
  }
}
