import type { City, FieldDefinition, Source } from '@hotline-atlas/city';
import { type SourceFieldName, sourceWordFields, standardWordsOf, timeFields } from '@hotline-atlas/model';
import { namesOf } from '../read/field-columns.ts';
import type { RecordSample } from '../read/sample-records.ts';

/** What a word of the file becomes. */
export interface WordCount {
  word: string;
  becomes: string;
  rows: number;
  /**
   * Not of the closed list of the field, or not of the pack's codes where the field has names or codes there.
   */
  strange: boolean;
}

/** The words of a column, the frequent ones first. */
export interface ColumnWords {
  field: SourceFieldName;
  column: string;
  words: WordCount[];
  /** Rows in which the cell is empty or a word for unknown. */
  unknown: number;
}

/** What a text becomes by the source: the same as the statement of a load makes of it. */
export function becomes(definition: FieldDefinition, text: string): string {
  const { values = {}, otherwise, unknown = [] } = definition;
  const listed = Object.hasOwn(values, text) ? values[text] : undefined;
  if (listed !== undefined) return listed;
  if (text === '' || unknown.includes(text.toLowerCase())) return values[''] ?? '';
  if (otherwise === 'keep' || !definition.values) return text;
  return otherwise === 'unknown' ? (values[''] ?? '') : otherwise.value;
}

/** The words a field may hold as far as they are listed anywhere; undefined: any. */
function knownWords(
  field: SourceFieldName,
  source: Source,
  { areas, topics, units }: City,
): Set<string> | undefined {
  const standard = standardWordsOf(field);
  if (standard) return new Set(standard);
  const level = areas.find((area) => area.level === field);
  if (level) return new Set(level.features.features.map(({ properties }) => properties.code));
  if (field === 'unit' && units.length > 0)
    return new Set([...units.map(({ code }) => code), ...areas.flatMap(codesOf)]);
  return field.startsWith('topic') && source.topic_codes
    ? new Set(topics.map(({ code }) => code))
    : undefined;
}

const codesOf = ({ features }: City['areas'][number]): string[] =>
  features.features.map(({ properties }) => properties.code);

/** The column of the file that fills a field, as far as it has one. */
export const columnOf = (
  definition: FieldDefinition,
  columns: readonly { name: string }[],
): string | undefined => namesOf(definition).find((name) => columns.some((column) => column.name === name));

/** Counts the words of a file by field, and what becomes of them. */
export async function countWords(city: City, source: Source, sample: RecordSample): Promise<ColumnWords[]> {
  const counted = sourceWordFields.flatMap((field) => {
    const definition = source.fields[field];
    const column = definition && columnOf(definition, sample.columns);
    return definition === undefined || column === undefined
      ? []
      : [{ field, definition, column, rows: new Map<string, number>() }];
  });
  for await (const records of sample.records(counted.map(({ column }) => column)))
    for (const record of records)
      for (const [index, { rows }] of counted.entries()) {
        const text = record[index] ?? '';
        rows.set(text, (rows.get(text) ?? 0) + 1);
      }
  return counted.map(({ field, definition, column, rows }) => {
    const known = knownWords(field, source, city);
    const words = [...rows]
      .map(([word, count]): WordCount => {
        const value = becomes(definition, word);
        return { word, becomes: value, rows: count, strange: value !== '' && known?.has(value) === false };
      })
      .sort((a, b) => b.rows - a.rows);
    const isUnknown = ({ word, becomes }: WordCount) =>
      becomes === '' && (word === '' || (definition.unknown ?? []).includes(word.toLowerCase()));
    return {
      field,
      column,
      words: words.filter((word) => !isUnknown(word)),
      unknown: words.filter(isUnknown).reduce((sum, each) => sum + each.rows, 0),
    };
  });
}

export const isTimeField = (field: string): boolean => timeFields.some((time) => time === field);
