import type { City, FieldDefinition, Source } from '@hotline-atlas/city';
import type { SourceFieldName } from '@hotline-atlas/model';
import { standardWordsOf } from '@hotline-atlas/model';
import { namesOf } from '../read/field-columns.ts';
import { type ColumnWords, columnOf, isTimeField, type WordCount } from './word-counts.ts';

const wordsShown = 8;

const told = ({ word, becomes, rows }: WordCount): string =>
  word === becomes ? `${word} (${rows})` : `${word} → ${becomes || 'unknown'} (${rows})`;

function list(words: readonly WordCount[], most: number): string {
  const more = words.length - most;
  return [...words.slice(0, most).map(told), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

/** What becomes of the words of a column, in a line or two. */
function wordLines(field: SourceFieldName, { words, unknown }: ColumnWords): string[] {
  const closed = standardWordsOf(field) !== undefined;
  const strange = words.filter((word) => word.strange);
  const sound = words.filter((word) => !word.strange);
  const what = closed ? 'not a standard word, so unknown' : 'not in the pack, kept as it is';
  return [
    `${words.length} words: ${list(sound, closed ? words.length : wordsShown) || 'none'}${unknown > 0 ? `; unknown (${unknown})` : ''}`,
    ...(strange.length > 0 ? [`${what}: ${list(strange, closed ? strange.length : wordsShown)}`] : []),
  ];
}

function fieldLines(
  field: SourceFieldName,
  definition: FieldDefinition,
  column: string | undefined,
  words: readonly ColumnWords[],
): [from: string, lines: string[]] {
  if (definition.constant !== undefined) return [`= ${definition.constant}`, ['the same in every row']];
  if (column === undefined)
    return ['–', [`the file has no column ${namesOf(definition).join(' or ')}: unknown`]];
  const counted = words.find((each) => each.field === field);
  if (counted) return [`← ${column}`, wordLines(field, counted)];
  return [
    `← ${column}`,
    isTimeField(field) ? [`times, ${(definition.dates ?? ['iso']).join(' or ')}`] : [''],
  ];
}

/** What each field of the source is filled with from the file, one or two lines each. */
export function describeFields(
  source: Source,
  columns: readonly { name: string }[],
  words: readonly ColumnWords[],
): string[] {
  const rows = (Object.entries(source.fields) as [SourceFieldName, FieldDefinition][]).map(
    ([field, definition]) => {
      const [from, lines] = fieldLines(field, definition, columnOf(definition, columns), words);
      return { field, from, lines };
    },
  );
  const width = Math.max(...rows.map(({ field }) => field.length));
  const wide = Math.min(36, Math.max(...rows.map(({ from }) => from.length)));
  return rows.flatMap(({ field, from, lines }) =>
    lines.map((line, index) =>
      index === 0
        ? `  ${field.padEnd(width)}  ${from.padEnd(wide)}  ${line}`.trimEnd()
        : `  ${''.padEnd(width)}  ${''.padEnd(wide)}  ${line}`,
    ),
  );
}

/** Columns of the file that no field takes. */
export function unusedColumns(source: Source, columns: readonly { name: string }[]): string[] {
  const used = new Set([
    ...(source.identity ?? []),
    ...Object.values(source.fields).flatMap((definition) => columnOf(definition, columns) ?? []),
  ]);
  return columns.map(({ name }) => name).filter((name) => !used.has(name));
}

/** A city pack in a few lines. */
export function describeCity(city: City): string[] {
  const areas = city.areas.map(({ level, features }) => `${features.features.length} ${level}s`);
  return [
    `${city.code}: the pack is sound`,
    `  ${city.time_zone}, from ${city.earliest}, between ${city.bounds.join(', ')} (west, south, east, north)`,
    `  ${[...areas, `${city.topics.length} topics`, `${city.units.length} units`, `${city.dispatch.length} rules of dispatch`].join(', ')}`,
    `  roles: ${city.roles.map(({ name, sees }) => `${name} (sees ${sees})`).join(', ')}`,
    `  sources: ${city.sources.map(({ name, fields }) => `${name} (${Object.keys(fields).length} fields)`).join(', ') || 'none'}`,
  ];
}
