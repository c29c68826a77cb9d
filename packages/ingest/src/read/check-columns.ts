import type { Source } from '@hotline-atlas/city';
import type { SourceFieldName } from '@hotline-atlas/model';
import { nearest } from '@hotline-atlas/model';
import { namesOf } from './field-columns.ts';
import { LoadError } from './load-error.ts';

/** A file lacks columns that its source takes fields from. */
export class MissingColumns extends LoadError {}

/** What a file lacks of what a source takes from it. */
interface Missing {
  field: string;
  names: readonly string[];
}

const isRequired = (source: Source, field: string): boolean => {
  const definition = source.fields[field as SourceFieldName];
  if (definition?.required || field === 'received' || (field === 'id' && !source.identity)) return true;
  return !(definition?.optional ?? source.optional);
};

/** Fields of the source that none of the columns fills. */
const fieldsWithout = (source: Source, columns: readonly string[]): SourceFieldName[] =>
  (Object.keys(source.fields) as SourceFieldName[]).filter((field) => {
    const names = namesOf(source.fields[field]);
    return names.length > 0 && !names.some((name) => columns.includes(name));
  });

function missingOf(source: Source, columns: readonly string[]): Missing[] {
  const fields = fieldsWithout(source, columns)
    .filter((field) => isRequired(source, field))
    .map((field): Missing => ({ field, names: namesOf(source.fields[field]) }));
  const identity = (source.identity ?? [])
    .filter((name) => !columns.includes(name))
    .map((name): Missing => ({ field: 'identity', names: [name] }));
  return [...fields, ...identity];
}

/**
 * @throws MissingColumns naming the file, each field whose column it lacks, and what its columns are
 */
export function checkColumns(fileName: string, source: Source, columns: readonly string[]): void {
  const missing = missingOf(source, columns);
  if (missing.length === 0) return;
  const list = missing.map(({ field, names }) => `${field} from the column ${names.join(' or ')}`).join(', ');
  const unused = columns.filter((name) => !usesColumn(source, name));
  const near = [
    ...new Set(missing.flatMap(({ names }) => names.flatMap((name) => nearest(name, unused, 1)))),
  ];
  const guess = near.length > 0 ? ` Perhaps ${near.join(' or ')}?` : '';
  const remedy = missing.every(({ field }) => field in source.fields && !isAlwaysNeeded(source, field))
    ? ' Correct the name in the source, or say `optional: true` there if the file may lack it.'
    : '';
  throw new MissingColumns(
    `${fileName}: source ${source.name} takes ${list}, which the file does not have.${guess}${remedy} Its columns: ${columns.join(', ')}`,
  );
}

const isAlwaysNeeded = (source: Source, field: string): boolean =>
  field === 'received' || field === 'id' || Boolean(source.fields[field as SourceFieldName]?.required);

const usesColumn = (source: Source, name: string): boolean =>
  (source.identity ?? []).includes(name) ||
  Object.values(source.fields).some((definition) => namesOf(definition).includes(name));
