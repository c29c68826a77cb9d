import {
  type Counted,
  closingTimeEdges,
  isRowMeasure,
  type Measure,
  measureColumn,
  type RowMeasure,
} from '@hotline-atlas/model';
import { name, type Sql, sql, whole } from '@hotline-atlas/query';
import { type RowReading, rowMeasureSql } from './row-measure-sql.ts';

/** What sums hold. */
type Summed = Exclude<Counted, RowMeasure>;

/** What of all that is counted sums hold; null where one of it is of rows alone. */
export function summedOf(all: readonly Counted[]): Summed[] | null {
  const summed = all.filter((of): of is Summed => !isRowMeasure(of));
  return summed.length === all.length ? summed : null;
}

const measure = (of: Measure, source: Sql): Sql => sql`${source}.${name(measureColumn(of))}`;

/** The last class of times to close that lies within so many hours, which are an edge of the classes. */
const classWithin = (hours: number): Sql => whole(closingTimeEdges.indexOf(hours));

/** What is counted, as a column of counts that are added up already. */
export const countedOfCounts = (of: Summed): Sql =>
  typeof of === 'string'
    ? measure(of, sql`counts`)
    : sql`arraySum(arraySlice(counts.close_histogram, 1, ${classWithin(of.closed_within)}))`;

/** What is counted, of one row. */
export function countedOfRow(of: Counted, reading: RowReading): Sql {
  if (isRowMeasure(of)) return rowMeasureSql(of, reading);
  return typeof of === 'string'
    ? measure(of, sql`source`)
    : sql`(source.close_bin > 0 AND source.close_bin <= ${classWithin(of.closed_within)})`;
}

const dispatched = sql`source.handling = 'dispatched'`;
const answer = (field: 'contacted' | 'resolved' | 'satisfied', is: Sql): Sql =>
  sql`(source.${name(field)} ${is} AND ${dispatched})`;
const asked = sql`!= ''`;
const yes = sql`= 'yes'`;

/** Measures that leave excluded orders out, as they would be if those were in. */
const withExcluded: Partial<Record<Measure, Sql>> = {
  contact_asked: answer('contacted', asked),
  contacted: answer('contacted', yes),
  resolution_asked: answer('resolved', asked),
  resolved: answer('resolved', yes),
  satisfaction_asked: answer('satisfied', asked),
  satisfied: answer('satisfied', yes),
};

const asIfIncluded = (of: Counted): Sql | undefined =>
  typeof of === 'string' && !isRowMeasure(of) ? withExcluded[of] : undefined;

/** Whether what is counted leaves excluded orders out by itself. */
export const leavesExcludedOut = (of: Counted): boolean => asIfIncluded(of) !== undefined;

/** What would be counted of a row that is excluded. */
export const countedOfExcluded = (of: Counted, reading: RowReading): Sql =>
  asIfIncluded(of) ?? countedOfRow(of, reading);
