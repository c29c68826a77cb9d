import {
  countFields,
  localized as looseName,
  sourceFieldNames,
  standardWordsOf,
  suggestion,
  timeFields,
} from '@hotline-atlas/model';
import { z } from 'zod';
import { dateFormProblem } from './date-form.ts';
import { CityPackError } from './read-file.ts';
import { delimiterCharacter, encodingName } from './text-form.ts';

const localized = looseName.strict();

const dateFormSchema = z.string().superRefine((form, context) => {
  const problem = dateFormProblem(form);
  if (problem) context.addIssue({ code: 'custom', message: `“${form}” is no form of dates: ${problem}` });
});

/** Words that mean unknown. */
const unknownWords = z.array(z.string()).optional();

const columnNames = z.union([z.string(), z.array(z.string()).min(1)]);
const otherwiseSchema = z.union([
  z.literal('keep'),
  z.literal('unknown'),
  z.strictObject({ value: z.string() }),
]);

/** What a source can say of a field. The descriptions are the reference in `cities/README.md`. */
export const fieldSchema = z.strictObject({
  column: columnNames
    .optional()
    .describe('the column of the file; of several names `[a, b]`, the first the file has'),
  constant: z.string().optional().describe('the same word in every row, instead of a column'),
  optional: z
    .boolean()
    .optional()
    .describe('a file may lack the column, and the field stays unknown. Else such a file is stopped'),
  required: z
    .boolean()
    .default(false)
    .describe('a file must have the column although the source is `optional`; `id` and `received` always'),
  values: z
    .record(z.string(), z.string())
    .optional()
    .describe("words of the file → standard words or codes, `{ Open: received }`; `''` makes a word unknown"),
  otherwise: otherwiseSchema
    .default('keep')
    .describe(
      'what becomes of words not in `values`: `keep` (as they are), `unknown`, or `{ value: other }`. An empty cell stays unknown',
    ),
  names: z
    .boolean()
    .default(false)
    .describe(
      'names of the pack’s areas, topics or units, in any language, become their codes; a name that several share does not',
    ),
  unknown: unknownWords.describe(
    'words that mean unknown in this field besides those of the source; `[]`: none are, every word is a word',
  ),
  dates: z
    .array(dateFormSchema)
    .min(1)
    .optional()
    .describe('forms a time may be written in, see below; `[iso]` where left out'),
  order: z
    .enum(['lat_lon', 'lon_lat'])
    .optional()
    .describe('of `point`: which number of a pair is first, where the bounds of the city cannot tell'),
  under: z
    .enum(['topic1', 'topic2'])
    .optional()
    .describe('puts the topic above before the word (`Noise > Other`), so that equal words stay apart'),
});

const field = fieldSchema
  .refine(({ names, under }) => !(names && under), {
    path: ['under'],
    error: 'not together with names: a code already says where it stands',
  })
  .refine(({ column, constant }) => (column === undefined) !== (constant === undefined), {
    error: 'expected either a `column` or a `constant`',
  });
export type FieldDefinition = z.infer<typeof field>;

/** Standard words a field may be given, checked: a misspelt one would make appeals unknown without a word. */
function* wordsAmiss(name: string, { constant, values = {}, otherwise }: FieldDefinition) {
  const standard = standardWordsOf(name);
  if (!standard) return;
  const given: [path: string[], word: string][] = [
    ...Object.entries(values).map(([word, value]): [string[], string] => [['values', word], value]),
    ...(constant === undefined ? [] : [[['constant'], constant] as [string[], string]]),
    ...(typeof otherwise === 'object'
      ? [[['otherwise', 'value'], otherwise.value] as [string[], string]]
      : []),
  ];
  for (const [path, word] of given)
    if (word !== '' && !standard.includes(word))
      yield { path, message: `“${word}” is no standard word of ${name}, ${suggestion(word, standard)}` };
}

const isCount = (name: string): boolean => countFields.some((field) => field === name);
const isTime = (name: string): boolean => timeFields.some((field) => field === name);

/** Properties that would be passed over in silence. */
function* propertiesAmiss(name: string, { dates, order, constant }: FieldDefinition) {
  const number = ['latitude', 'longitude', 'point'].includes(name);
  if (constant !== undefined && (isTime(name) || isCount(name) || number))
    yield { path: ['constant'], message: `${name} is taken from a column` };
  if (dates && !isTime(name)) yield { path: ['dates'], message: `${name} is no time` };
  if (order && name !== 'point') yield { path: ['order'], message: 'only a point has an order' };
}

const fieldsSchema = z.partialRecord(z.enum(sourceFieldNames), field).superRefine((fields, context) => {
  for (const [name, definition] of Object.entries(fields))
    for (const { path, message } of [...wordsAmiss(name, definition), ...propertiesAmiss(name, definition)])
      context.addIssue({ code: 'custom', path: [name, ...path], message });
});

/** `cities/<city>/sources/<name>.yaml`: how the columns of a file become the fields of an appeal. */
export const sourceSchema = z.strictObject({
  title: localized.describe('name of the source in each language, `{ en: … }`'),
  licence: z.string().optional().describe('where the data is from and under which terms'),
  remarks: localized.optional().describe('what a reader has to know before trusting a figure built on it'),
  synthetic: z.boolean().default(false).describe('made up, and labelled so wherever it is shown'),
  delimiter: delimiterCharacter.optional().describe('between fields; found by itself where left out'),
  encoding: encodingName.default('utf-8').describe('of the text, such as `gb18030` or `windows-1252`'),
  header: z
    .array(z.string())
    .optional()
    .describe('names of the columns in order, for files without a header line'),
  identity: z
    .array(z.string())
    .optional()
    .describe(
      'where no column is a key: the columns that together make one; rows alike in them are one appeal',
    ),
  optional: z.boolean().default(false).describe('files may lack any column but those that are `required`'),
  unknown: unknownWords.describe(
    'words that mean unknown besides the usual ones and those of `city.yaml`; `[]`: none are',
  ),
  types: z
    .record(z.string(), z.string())
    .default({})
    .describe('columns of Parquet files that are read as a ClickHouse type'),
  topic_codes: z
    .boolean()
    .default(false)
    .describe('topics are codes of `topics.yaml`; the deepest fills the levels above'),
  fields: fieldsSchema.describe('the fields of an appeal'),
});

export type SourceDefinition = z.infer<typeof sourceSchema>;

/**
 * A source whose times are written as said, whatever the pack lists.
 * @throws CityPackError when one is no form of dates
 */
export function withDates<Given extends SourceDefinition>(source: Given, forms: readonly string[]): Given {
  for (const form of forms) {
    const problem = dateFormProblem(form);
    if (problem) throw new CityPackError(`--dates: “${form}” is no form of dates: ${problem}`);
  }
  const fields = Object.entries(source.fields).map(([name, definition]) =>
    isTime(name) ? [name, { ...definition, dates: [...forms] }] : [name, definition],
  );
  return { ...source, fields: Object.fromEntries(fields) };
}
