import {
  checkParameterNames,
  type GrowthDimension,
  growthDimensions,
  growthParameters,
  InvalidQuestion,
  parseComparedSelection,
  parseName,
  parseText,
  parseWhole,
  type RawParameters,
  type Selection,
} from '@hotline-atlas/model';
import { parseShare } from '../answer/parse-share.ts';

/** What `/api/growth` asks. */
export interface GrowthQuestion {
  selection: Selection;
  rows: GrowthDimension;
  columns: GrowthDimension;
  /** Rate of false discoveries. */
  level: number;
  mostRows: number;
  mostColumns: number;
  format: 'json' | 'csv';
}

const mostRows = 400;
const mostColumns = 40;
const usualColumns = 8;

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseGrowth(raw: RawParameters, regimes: readonly string[]): GrowthQuestion {
  checkParameterNames(raw, Object.keys(growthParameters.shape));
  const rows = parseName('rows', parseText(raw, 'rows') ?? 'subdistrict', growthDimensions);
  const columns = parseName('columns', parseText(raw, 'columns') ?? 'topic2', growthDimensions);
  if (rows === columns) throw new InvalidQuestion('columns', columns, `ask for others than ${rows}`);
  return {
    selection: parseComparedSelection(raw, regimes),
    rows,
    columns,
    level: parseShare(raw, 'level', 0.05, 0.001, 0.2),
    mostRows: parseWhole('most_rows', parseText(raw, 'most_rows'), mostRows) ?? mostRows,
    mostColumns: parseWhole('most_columns', parseText(raw, 'most_columns'), mostColumns) ?? usualColumns,
    format: parseName('format', parseText(raw, 'format') ?? 'json', ['json', 'csv']),
  };
}
