import { type Dialect, parentBits } from './dialect.ts';

/**
 * The flat table of DuckDB: `received_local` beside `received` in UTC, an unknown time is NULL, words are
 * ENUMs.
 */
export const duckdbDialect: Dialect = {
  word: (column, parameter) => `$${parameter}::e_${column}`,
  literal: (column, value) => `'${value}'::e_${column}`,
  received: 'received_local',
  moment: (parameter) => `$${parameter}::TIMESTAMP`,
  number: (parameter) => `$${parameter}::TINYINT`,
  isKnown: (column) => `${column} IS NOT NULL`,
  bucket: (grain, moment) => `date_trunc('${grain}', ${moment})`,
  addMonths: (moment, months) => `${moment} + to_months(${months})`,
  hourOfDay: 'hour(received_local)',
  dayOfWeek: 'isodow(received_local)',
  cell: (resolution) => {
    const { kept, added } = parentBits(resolution);
    return resolution === 10
      ? 'cell'
      : `CASE WHEN cell = 0 THEN 0 ELSE (cell & ${kept}::UBIGINT) | ${added}::UBIGINT END`;
  },
  countIf: (condition) => (condition === 'true' ? 'count(*)' : `count(*) FILTER (${condition})`),
  distinctCallers: (condition) => `approx_count_distinct(caller) FILTER (caller <> 0 AND ${condition})`,
  quantileOfHours: (quantile, condition) =>
    `approx_quantile(epoch(closed) - epoch(received), ${quantile}) FILTER (${condition}) / 3600`,
  shownBucket: (grain, column) =>
    `strftime(${column}, '${grain === 'hour' ? '%Y-%m-%d %H:%M:%S' : '%Y-%m-%d'}')`,
  shownCell: (column) => `CASE WHEN ${column} = 0 THEN '' ELSE lower(hex(${column})) END`,
};
