import type { Grain } from '@hotline-atlas/model';
import { type Dialect, parentBits } from './dialect.ts';

const starts: Record<Grain, string> = {
  hour: 'toStartOfHour',
  day: 'toDate',
  week: 'toMonday',
  month: 'toStartOfMonth',
  quarter: 'toStartOfQuarter',
  year: 'toStartOfYear',
};

/**
 * The flat table of ClickHouse: `received` is in the city's time zone, an unknown time is 0, words are
 * LowCardinality.
 */
export const clickhouseDialect = (timeZone: string): Dialect => ({
  word: (_column, parameter) => `{${parameter}:String}`,
  literal: (_column, value) => `'${value}'`,
  received: 'received',
  moment: (parameter) => `toDateTime({${parameter}:String}, '${timeZone}')`,
  number: (parameter) => `{${parameter}:UInt8}`,
  isKnown: (column) => `${column} > 0`,
  bucket: (grain, moment) => `${starts[grain]}(${moment})`,
  addMonths: (moment, months) => `addMonths(${moment}, ${months})`,
  hourOfDay: 'toHour(received)',
  dayOfWeek: 'toDayOfWeek(received)',
  cell: (resolution) => {
    const { kept, added } = parentBits(resolution);
    return resolution === 10 ? 'cell' : `if(cell = 0, 0, bitOr(bitAnd(cell, ${kept}), ${added}))`;
  },
  countIf: (condition) => (condition === 'true' ? 'count()' : `countIf(${condition})`),
  distinctCallers: (condition) => `uniqCombinedIf(12)(caller, caller != 0 AND ${condition})`,
  quantileOfHours: (quantile, condition) =>
    `quantileIf(${quantile})(dateDiff('second', received, closed), ${condition}) / 3600`,
  shownBucket: (grain, column) => `toString(${grain === 'hour' ? column : `toDate(${column})`})`,
  shownCell: (column) => `if(${column} = 0, '', lower(substring(hex(${column}), 2)))`,
});
