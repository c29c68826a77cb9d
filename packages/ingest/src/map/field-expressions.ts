import type { FieldDefinition, Source } from '@hotline-atlas/city';
import type { Binder } from '@hotline-atlas/clickhouse';
import type { SourceFieldName } from '@hotline-atlas/model';
import { namesOf } from '../read/field-columns.ts';
import type { RecordInput } from '../read/record-input.ts';

/** SQL expressions for the fields of an appeal, by what the source says of each. */
export interface FieldExpressions {
  /** The field's text, with the source's words turned into standard values; empty when unknown. */
  word(field: SourceFieldName): string;
  /** The field's text as it came; empty when it is a word for unknown. */
  plain(field: SourceFieldName): string;
  /** The field's text as it came, words for unknown too. */
  said(field: SourceFieldName): string;
  /** The field's column, where it holds what is meant and no text that says it; else undefined. */
  typed(field: SourceFieldName, kind: 'time' | 'number'): string | undefined;
  /** Whether the file has a column, or the source a constant, for the field. */
  has(field: SourceFieldName): boolean;
  /** The text of any column of the file. */
  column(name: string): string;
}

const isText = (type: string): boolean => type.includes('String');

/** White space around a value says nothing. */
const trim = (text: string): string => `trimBoth(${text}, ' \\t\\n\\r\\v\\f')`;

/** The text of a column without white space around it; a dictionary stays one. */
function trimmed({ sql, type }: { sql: string; type?: string }): string {
  if (type !== undefined && !isText(type)) return `ifNull(toString(${sql}), '')`;
  return trim(type === undefined || type.includes('Nullable') ? `ifNull(${sql}, '')` : sql);
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/#-]/g, '\\$&');

/**
 * A cell that shows nothing: spaces of any script, such as U+00A0 and U+3000, and characters without width.
 */
const blank = '[\\s\\pZ\\x{200B}\\x{2060}\\x{FEFF}]+';
/** Bytes a cell that shows nothing has at most, in fields with long texts. */
const longestBlank = 24;

/** The text, or nothing where it is blank or one of the words for unknown; a dictionary stays one. */
function withoutUnknown(
  text: string,
  words: readonly string[],
  isLong: boolean,
  bind: (value: string) => string,
): string {
  const nothing = [...words.map(escaped), blank].join('|');
  const replaced = `replaceRegexpOne(${text}, ${bind(`(?i)^(?:${nothing})$`)}, '')`;
  const longest = Math.max(longestBlank, ...words.map((word) => Buffer.byteLength(word)));
  return isLong ? `if(length(${text}) <= ${longest}, ${replaced}, ${text})` : replaced;
}

/** Fields whose texts differ from row to row and are seldom as short as a word for unknown. */
const longFields: readonly SourceFieldName[] = ['id', 'address', 'caller', 'text', 'reply'];

/** Binds equal texts once: many fields have the same words for unknown. */
function bindOnce({ bind }: Binder): (value: string) => string {
  const bound = new Map<string, string>();
  return (value) => {
    const placeholder = bound.get(value) ?? bind(value, 'String');
    bound.set(value, placeholder);
    return placeholder;
  };
}

export function fieldExpressions(source: Source, input: RecordInput, binder: Binder): FieldExpressions {
  const { bind } = binder;
  const bindWords = bindOnce(binder);
  const definitionOf = (field: SourceFieldName): FieldDefinition | undefined => source.fields[field];

  const columnOf = (field: SourceFieldName) => {
    const definition = definitionOf(field);
    const name = definition && namesOf(definition).find((candidate) => input.columns.has(candidate));
    return name === undefined ? undefined : input.columns.get(name);
  };

  const said = (field: SourceFieldName): string => {
    const constant = definitionOf(field)?.constant;
    if (constant !== undefined) return bind(constant, 'String');
    const column = columnOf(field);
    return column ? trimmed(column) : `''`;
  };

  const plain = (field: SourceFieldName): string => {
    const column = columnOf(field);
    if (!column || definitionOf(field)?.constant !== undefined) return said(field);
    return withoutUnknown(
      said(field),
      definitionOf(field)?.unknown ?? [],
      longFields.includes(field),
      bindWords,
    );
  };

  const word = (field: SourceFieldName): string => {
    const definition = definitionOf(field);
    const text = plain(field);
    if (!definition?.values) return text;
    const { values, otherwise } = definition;
    const empty = bind(values[''] ?? '', 'String');
    const rest =
      otherwise === 'unknown'
        ? empty
        : typeof otherwise === 'object'
          ? `if(${text} = '', ${empty}, ${bind(otherwise.value, 'String')})`
          : values['']
            ? `if(${text} = '', ${empty}, ${text})`
            : text;
    const words = Object.keys(values);
    return `transform(${said(field)}, ${bind(words, 'Array(String)')}, ${bind(Object.values(values), 'Array(String)')}, ${rest})`;
  };

  const typed = (field: SourceFieldName, kind: 'time' | 'number'): string | undefined => {
    const column = columnOf(field);
    if (!column?.type) return undefined;
    const holds = kind === 'time' ? column.type.includes('Date') : !isText(column.type);
    return holds ? column.sql : undefined;
  };

  const has = (field: SourceFieldName): boolean =>
    columnOf(field) !== undefined || definitionOf(field)?.constant !== undefined;

  const column = (name: string): string => `ifNull(toString(${input.columns.get(name)?.sql ?? 'NULL'}), '')`;
  return { word, plain, said, typed, has, column };
}
