import type { FieldDefinition, FieldName, Source } from '@hotline-atlas/city';
import { nearest } from '@hotline-atlas/model';
import type { Binder } from './binder.ts';
import { LoadError } from './load-error.ts';
import type { RecordInput } from './record-input.ts';

/** SQL expressions for the fields of an appeal, by what the source says of each. */
export interface FieldExpressions {
  /** The field's text, with the source's words turned into standard values; empty when unknown. */
  word(field: FieldName): string;
  /** The field's text as it came. */
  plain(field: FieldName): string;
  /** The field's moment, Nullable(DateTime) in UTC. */
  time(field: FieldName): string;
  /** The field's number, Nullable(Float64). */
  number(field: FieldName): string;
  /** Whether the field's moment has to be read from text, which may be none. */
  timeIsText(field: FieldName): boolean;
  /** The text of any column of the file. */
  column(name: string): string;
}

const namesOf = ({ column }: FieldDefinition): string[] =>
  column === undefined ? [] : Array.isArray(column) ? column : [column];

/**
 * @throws LoadError naming the file, the field, what was expected and what the file has, when a required column is missing
 */
export function checkColumns(fileName: string, source: Source, columns: readonly string[]): void {
  const required = Object.entries(source.fields).filter(
    ([field, definition]) => definition.required || field === 'received' || field === 'id',
  );
  for (const [field, definition] of required) {
    const names = namesOf(definition);
    if (names.length > 0 && !names.some((name) => columns.includes(name)))
      throw missing(fileName, source.name, field, names, columns);
  }
  for (const name of source.identity ?? [])
    if (!columns.includes(name)) throw missing(fileName, source.name, 'identity', [name], columns);
}

function missing(
  file: string,
  source: string,
  field: string,
  names: string[],
  columns: readonly string[],
): LoadError {
  const near = names.flatMap((name) => nearest(name, columns, 1));
  const guess = near.length > 0 ? ` Perhaps ${near.join(' or ')}?` : '';
  return new LoadError(
    `${file}: source ${source} takes ${field} from the column ${names.join(' or ')}, which the file does not have.${guess} Its columns: ${columns.join(', ')}`,
  );
}

const isText = (type: string): boolean => type.includes('String');

/** The text of a column without white space around it; a dictionary stays one. */
function trimmed({ sql, type }: { sql: string; type?: string }): string {
  if (type === undefined || !isText(type)) return `trimBoth(ifNull(toString(${sql}), ''))`;
  return type.includes('Nullable') ? `trimBoth(ifNull(${sql}, ''))` : `trimBoth(${sql})`;
}

/** A moment written as text in the city's time zone; NULL when it is not of the form. */
function parsedTime(text: string, form: string, zone: string, { bind }: Binder): string {
  if (form === 'iso') return `parseDateTime64BestEffortOrNull(${text}, 0, ${zone})`;
  if (form === 'excel')
    return `toDateTimeOrNull(if(match(${text}, '^[1-9][0-9]{4}([.][0-9]+)?$'), formatDateTime(toDateTime(round((toFloat64OrZero(${text}) - 25569) * 86400), 'UTC'), '%F %T'), ''), ${zone})`;
  return `parseDateTime64InJodaSyntaxOrNull(${text}, ${bind(form, 'String')}, ${zone})`;
}

export function fieldExpressions(
  source: Source,
  input: RecordInput,
  binder: Binder,
  timeZone: string,
): FieldExpressions {
  const { bind } = binder;
  const zone = bind(timeZone, 'String');
  const definitionOf = (field: FieldName): FieldDefinition | undefined => source.fields[field];

  const columnOf = (field: FieldName) => {
    const definition = definitionOf(field);
    const name = definition && namesOf(definition).find((candidate) => input.columns.has(candidate));
    return name === undefined ? undefined : input.columns.get(name);
  };

  const plain = (field: FieldName): string => {
    const constant = definitionOf(field)?.constant;
    if (constant !== undefined) return bind(constant, 'String');
    const column = columnOf(field);
    return column ? trimmed(column) : `''`;
  };

  const timeIsText = (field: FieldName): boolean => {
    const column = columnOf(field);
    return column !== undefined && !column.type?.includes('Date');
  };

  const word = (field: FieldName): string => {
    const definition = definitionOf(field);
    const text = plain(field);
    if (!definition?.values) return text;
    const otherwise =
      typeof definition.otherwise === 'object'
        ? bind(definition.otherwise.value, 'String')
        : definition.otherwise === 'unknown'
          ? `''`
          : text;
    const words = Object.keys(definition.values);
    return `transform(${text}, ${bind(words, 'Array(String)')}, ${bind(Object.values(definition.values), 'Array(String)')}, ${otherwise})`;
  };

  const time = (field: FieldName): string => {
    const column = columnOf(field);
    if (!column) return "CAST(NULL, 'Nullable(DateTime)')";
    if (!timeIsText(field)) return `toDateTime(${column.sql}, 'UTC')`;
    const forms = (definitionOf(field)?.dates ?? ['iso']).map((form) =>
      parsedTime(plain(field), form, zone, binder),
    );
    return `toTimeZone(coalesce(${forms.join(', ')}), 'UTC')`;
  };

  const number = (field: FieldName): string => {
    const column = columnOf(field);
    if (!column) return `CAST(NULL, 'Nullable(Float64)')`;
    return column.type && !isText(column.type)
      ? `CAST(${column.sql}, 'Nullable(Float64)')`
      : `toFloat64OrNull(${plain(field)})`;
  };

  const column = (name: string): string => `ifNull(toString(${input.columns.get(name)?.sql ?? 'NULL'}), '')`;
  return { word, plain, time, timeIsText, number, column };
}
