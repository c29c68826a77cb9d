import type { Source } from '@hotline-atlas/city';
import { type Database, firstGenerationOf } from '@hotline-atlas/clickhouse';
import { contents, type SourceFieldName, sourceFieldNames, unknownCount } from '@hotline-atlas/model';
import type { RecordInput } from '../read/record-input.ts';

/** A place is said by its point, or by both coordinates: one of them is none. */
const place: readonly SourceFieldName[] = ['latitude', 'longitude', 'point'];
const saysPlace = (said: readonly SourceFieldName[]): boolean =>
  said.includes('point') || (said.includes('latitude') && said.includes('longitude'));

/** Topics that are made of one code are said together. */
const topics: readonly SourceFieldName[] = ['topic1', 'topic2', 'topic3'];

/**
 * Fields a file speaks of: those it has a column for, and those the source gives the same value everywhere.
 * What it does not speak of keeps what was known of an appeal; an empty cell makes it unknown.
 */
export function spokenFields(source: Source, { columns }: Pick<RecordInput, 'columns'>): SourceFieldName[] {
  const said = sourceFieldNames.filter((field) => {
    const { column = [], constant } = source.fields[field] ?? {};
    return constant !== undefined || [column].flat().some((name) => columns.has(name));
  });
  const along = source.topic_codes && topics.some((field) => said.includes(field)) ? topics : [];
  const placed = saysPlace(said);
  return sourceFieldNames.filter((field) =>
    place.includes(field) ? placed : field === 'id' || said.includes(field) || along.includes(field),
  );
}

const isKnown: Partial<Record<SourceFieldName, string>> = {
  latitude: 'latitude != 0 OR longitude != 0',
  returned: `returned != ${unknownCount}`,
};

/**
 * Fields of JSON lines, whose objects leave out what they do not have: those of which the file has a value
 * anywhere, or that the source gives.
 */
export async function valuedFields(
  database: Database,
  source: Source,
  load: number,
  fields: readonly SourceFieldName[],
): Promise<SourceFieldName[]> {
  const first = firstGenerationOf(load);
  const counts = contents.map(
    ({ field, columns: [column = field] }) =>
      `countIf(${isKnown[field] ?? `${column} != defaultValueOfArgumentType(${column})`}) > 0`,
  );
  const { rows } = await database.rows<{ valued: number[] }>({
    sql: `SELECT [${counts.join(', ')}] AS valued FROM appeal
WHERE generation BETWEEN {first:UInt32} AND {first:UInt32} + 4095`,
    parameters: { first },
    label: 'fields with values',
  });
  const silent = new Set(contents.filter((_, at) => rows[0]?.valued[at] === 0).map(({ field }) => field));
  return fields.filter((field) => !silent.has(field) || source.fields[field]?.constant !== undefined);
}
