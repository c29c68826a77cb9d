import type { Clause, DimensionName, Growth, GrowthDimension, Period } from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import type { CityMeta } from '../../screen/city.ts';
import type { ShownArea } from './area.ts';
import { judgedAddress } from './asking.ts';

/** Rows and columns in sight; the rest closes the sums. */
const mostRows = 13;
const mostColumns = 5;

/** What is laid against what: the subdistricts of a district against topics, else topics against units. */
export function matrixOf({ level, parts }: ShownArea, { labels }: CityMeta) {
  const isDistrict = level === 'district' && parts.length > 1;
  const hasSecondLevel = Object.keys(labels.topic2 ?? {}).length > 0;
  const topic: GrowthDimension = hasSecondLevel ? 'topic2' : 'topic1';
  const rows: GrowthDimension = isDistrict ? 'subdistrict' : topic;
  return { rows, columns: isDistrict ? topic : ('unit' as GrowthDimension) };
}

/** Counts of some appeals against their own usual level. */
export function useGrowth(
  where: readonly Clause[],
  days: Period,
  rows: GrowthDimension,
  columns: GrowthDimension,
) {
  return useRequest<Growth>(
    judgedAddress(
      'growth',
      { where, days },
      { rows, columns, most_rows: String(mostRows), most_columns: String(mostColumns) },
    ),
  );
}

/** The clauses of a value; none for a rest. */
export const clauseOf = (dimension: DimensionName, value: string | null): Clause[] =>
  value === null ? [] : [{ dimension, exclude: false, values: [value] }];
