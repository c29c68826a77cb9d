import { type FieldName, fieldNames, type Source } from '@hotline-atlas/city';
import { type Database, firstGenerationOf } from '@hotline-atlas/clickhouse';
import type { RecordInput } from '../read/record-input.ts';
import { units } from './units.ts';

/** A place is said by its point, or by both coordinates: one of them is none. */
const place: readonly FieldName[] = ['latitude', 'longitude', 'point'];
const saysPlace = (said: readonly FieldName[]): boolean =>
  said.includes('point') || (said.includes('latitude') && said.includes('longitude'));

/** Topics that are made of one code are said together. */
const topics: readonly FieldName[] = ['topic1', 'topic2', 'topic3'];

/**
 * Fields a file speaks of: those it has a column for, and those the source gives the same value everywhere. What it does not speak of
 * keeps what was known of an appeal; an empty cell makes it unknown.
 */
export function spokenFields(source: Source, { columns }: Pick<RecordInput, 'columns'>): FieldName[] {
  const said = fieldNames.filter((field) => {
    const { column = [], constant } = source.fields[field] ?? {};
    return constant !== undefined || [column].flat().some((name) => columns.has(name));
  });
  const along = source.topic_codes && topics.some((field) => said.includes(field)) ? topics : [];
  const placed = saysPlace(said);
  return fieldNames.filter((field) =>
    place.includes(field) ? placed : field === 'id' || said.includes(field) || along.includes(field),
  );
}

const isKnown: Partial<Record<FieldName, string>> = { latitude: 'latitude != 0 OR longitude != 0' };

/**
 * Fields of JSON lines, whose objects leave out what they do not have: those of which the file has a value anywhere, or that the
 * source gives.
 */
export async function valuedFields(
  database: Database,
  source: Source,
  load: number,
  fields: readonly FieldName[],
): Promise<FieldName[]> {
  const first = firstGenerationOf(load);
  const counts = units.map(
    ({ field, columns: [column = field] }) =>
      `countIf(${isKnown[field] ?? `${column} != defaultValueOfArgumentType(${column})`}) > 0`,
  );
  const { rows } = await database.rows<{ valued: number[] }>({
    sql: `SELECT [${counts.join(', ')}] AS valued FROM appeal
WHERE generation BETWEEN {first:UInt32} AND {first:UInt32} + 4095`,
    parameters: { first },
    label: 'fields with values',
  });
  const silent = new Set(units.filter((_, at) => rows[0]?.valued[at] === 0).map(({ field }) => field));
  return fields.filter((field) => !silent.has(field) || source.fields[field]?.constant !== undefined);
}
