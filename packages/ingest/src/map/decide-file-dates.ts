import { excelExpression, type FieldDefinition, type Source } from '@hotline-atlas/city';
import { type SourceFieldName, timeFields } from '@hotline-atlas/model';
import { namesOf } from '../read/field-columns.ts';
import type { InputFile } from '../read/input-file.ts';
import { LoadError } from '../read/load-error.ts';
import { openSample, type RecordSample, type SampleRecord } from '../read/sample-records.ts';
import { type DateTally, explainDecision, tallyDates } from './decide-dates.ts';

/**
 * Records that are looked at, at least: fewer where no other form reads any value; the whole file, for as
 * long as two forms read all of it.
 */
const recordsRead = { oneForm: 1000, noOther: 5000, severalForms: 20_000 };

/** A column of the file that holds times as text. */
interface TimeColumn {
  field: SourceFieldName;
  column: string;
  forms: readonly string[];
  tally: DateTally;
  /** The text of a value, or '' when it says nothing of the form. */
  value(text: string): string;
}

const excel = new RegExp(excelExpression);

function timeColumn(field: SourceFieldName, definition: FieldDefinition, column: string): TimeColumn {
  const forms = definition.dates ?? ['iso'];
  const written = forms.filter((form) => form !== 'excel');
  const numbers = forms.length > written.length;
  const unknown = new Set(definition.unknown ?? []);
  return {
    field,
    column,
    forms,
    tally: tallyDates(written),
    value: (text) => {
      const said = definition.values?.[text] ?? text;
      return unknown.has(said.toLowerCase()) || (numbers && excel.test(said)) ? '' : said;
    },
  };
}

function timeColumns(source: Source, { columns }: RecordSample): TimeColumn[] {
  return timeFields.flatMap((field) => {
    const definition = source.fields[field];
    const found = namesOf(definition)
      .map((name) => columns.find((column) => column.name === name))
      .find((column) => column !== undefined);
    if (!definition || !found || found.type?.includes('Date')) return [];
    const column = timeColumn(field, definition, found.name);
    return column.forms.some((form) => form !== 'excel') ? [column] : [];
  });
}

const ambiguous = ({ tally }: TimeColumn): boolean => tally.decision().kind === 'ambiguous';

async function tallyColumns(
  columns: readonly TimeColumn[],
  batches: AsyncIterable<readonly SampleRecord[]>,
): Promise<void> {
  const several = columns.some(({ forms }) => forms.length > 1);
  const enough = () =>
    !several
      ? recordsRead.oneForm
      : columns.every(({ tally }) => tally.formsRead() <= 1)
        ? recordsRead.noOther
        : recordsRead.severalForms;
  let count = 0;
  for await (const records of batches) {
    for (const record of records)
      for (const [index, { tally, value }] of columns.entries()) {
        const text = value(record[index] ?? '');
        if (text !== '') tally.add(text);
      }
    count += records.length;
    if (count >= enough() && !columns.some(ambiguous)) return;
  }
}

/**
 * A source that says for each column of the file in which one of its forms times are written, as the values
 * of the file tell. Values that are not of that form are not read by another.
 * @throws LoadError naming the column where the values do not tell, or no form reads them
 */
export async function withDecidedDates(source: Source, file: InputFile): Promise<Source> {
  const sample = await openSample(source, file);
  const columns = timeColumns(source, sample);
  try {
    if (columns.length > 0) await tallyColumns(columns, sample.records(columns.map(({ column }) => column)));
  } finally {
    await sample.close();
  }
  const fields = { ...source.fields };
  for (const { field, column, forms, tally } of columns) {
    const decision = tally.decision();
    if (decision.kind !== 'decided')
      throw new LoadError(`${file.name}: ${field}: in the column ${column}, ${explainDecision(decision)}`);
    const definition = source.fields[field];
    const decided = forms.filter((form) => form === 'excel' || form === decision.form);
    if (definition) fields[field] = { ...definition, dates: decided };
  }
  return { ...source, fields };
}
