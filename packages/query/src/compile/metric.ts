import {
  closingTimeEdges,
  formulaOf,
  type MetricName,
  measureColumn,
  needsDueTimes,
  type OpenCount,
  type Term,
} from '@hotline-atlas/model';
import type { Residents } from '../plan/residents.ts';
import { bind, name, type Sql, sql } from '../sql/sql.ts';
import { limitedColumn, openColumn } from './counters.ts';

/** How counts are read from the columns of `counts`. */
export interface CountsSql {
  /** A number of appeals, or of callers. */
  count: (column: string) => Sql;
  histogram: Sql;
}

/** The counts of a side. @param weighted where appeals count more or less often than once */
export const countsOn = (prefix: string, weighted = false): CountsSql => ({
  count: (column) => {
    const own = sql`counts.${name(prefix + column)}`;
    return weighted ? sql`toFloat64(${own})` : sql`toUInt32(${own})`;
  },
  histogram: sql`counts.${name(`${prefix}close_histogram`)}`,
});

/** The counts of a side without those of another that are among them. */
export const countsLess = (prefix: string, less: string): CountsSql => {
  const classes = (of: string) => sql`counts.${name(`${of}close_histogram`)}`;
  return {
    count: (column) => sql`toUInt32(counts.${name(prefix + column)} - counts.${name(less + column)})`,
    histogram: sql`arrayMap((every, left) -> every - left, ${classes(prefix)}, arrayResize(${classes(less)}, length(${classes(prefix)})))`,
  };
};

/** Where a metric stands in an answer: of which counts, and under which name. */
export interface Place {
  counts: CountsSql;
  /** The column of the value; its counts follow under the same name. */
  column: string;
  /** A column that says the same, but for where there is nothing to tell. */
  same: string | null;
  /** When there is nothing to tell; null where there always is something. */
  missing: Sql | 'always' | null;
}

/**
 * The expression of a value, and of the counts it rests on. The value may name them, as `<column>_numerator`.
 */
interface MetricSql {
  value: Sql;
  numerator?: Sql;
  denominator?: Sql;
}

const numeratorOf = ({ column }: Place): Sql => name(`${column}_numerator`);
const denominatorOf = ({ column }: Place): Sql => name(`${column}_denominator`);

const edges = bind('class_edges', 'Array(Float64)', closingTimeEdges);
const widths = bind(
  'class_widths',
  'Array(Float64)',
  closingTimeEdges.map((edge, index) => (closingTimeEdges[index + 1] ?? edge) - edge),
);

/**
 * The class, from 1, in which a share of the cases of a histogram is reached. The engine works out once what
 * is written twice.
 */
const classWithin = sql`(histogram, quantile) ->
  1 + arrayCount(cases -> cases < toUInt64(ceil(quantile * arraySum(histogram))), arrayCumSum(histogram))`;

/**
 * Quantile of a histogram of times to close, interpolated in its class; the lower edge in the last, open one.
 */
const hoursWithin = sql`(histogram, quantile) ->
  ${edges}[class_within(histogram, quantile)] + ${widths}[class_within(histogram, quantile)]
    * (quantile * arraySum(histogram)
      - (arrayCumSum(histogram)[class_within(histogram, quantile)] - histogram[class_within(histogram, quantile)]))
    / histogram[class_within(histogram, quantile)]`;

/** The functions that quantiles are written with. */
export const quantileFunctions = sql`${classWithin} AS class_within, ${hoursWithin} AS hours_within`;

function closingTime(share: number, place: Place): MetricSql {
  const { histogram } = place.counts;
  const share_ = bind(`quantile_${Math.round(share * 100)}`, 'Float64', share);
  return {
    value: sql`if(${denominatorOf(place)} = 0, NULL, hours_within(${histogram}, ${share_}))`,
    denominator: sql`toUInt32(arraySum(${histogram}))`,
  };
}

/** Residents as a number; 0 where they are not known. */
function residentsSql(residents: Residents): Sql {
  if (residents.by === null) return bind('residents_total', 'UInt32', residents.total ?? 0);
  const areas = bind('residents_areas', 'Array(String)', [...residents.areas.keys()]);
  const numbers = bind('residents', 'Array(UInt32)', [...residents.areas.values()]);
  return sql`arrayElement(${numbers}, indexOf(${areas}, toString(counts.${name(residents.by)})))`;
}

/** Open orders; unknown where what is due is asked and no open order has a due time. */
function openSql(which: OpenCount, { count }: CountsSql): Sql {
  const orders = count(openColumn(which));
  if (!needsDueTimes(which)) return orders;
  return sql`if(${count(openColumn('open'))} > 0 AND ${count(limitedColumn)} = 0, NULL, ${orders})`;
}

function termSql(term: Term, { counts }: Place, residents: Residents): Sql {
  switch (term.of) {
    case 'measure':
      return counts.count(measureColumn(term.measure));
    case 'open_orders':
      return openSql(term.which, counts);
    case 'callers':
      return counts.count('callers');
    case 'repeats': {
      const [all, callers] = [counts.count(measureColumn(term.measure)), counts.count('callers')];
      return sql`toUInt32(greatest(toInt64(${all}) - toInt64(${callers}), 0))`;
    }
    case 'residents':
      return sql`nullIf(toUInt32(${residentsSql(residents)}), 0)`;
  }
}

/**
 * A formula in SQL, of the columns of `counts`. `counts/metric-values.ts` is the same formula in JavaScript.
 */
function metricSql(metric: MetricName, place: Place, residents: Residents): MetricSql {
  const formula = formulaOf(metric);
  switch (formula.shape) {
    case 'number':
      return { value: termSql(formula.term, place, residents) };
    case 'ratio': {
      const times =
        formula.times === 1 ? sql`` : sql`${bind(`times_${formula.times}`, 'UInt32', formula.times)} * `;
      return {
        value: sql`${times}${numeratorOf(place)} / nullIf(${denominatorOf(place)}, 0)`,
        numerator: termSql(formula.numerator, place, residents),
        denominator: termSql(formula.denominator, place, residents),
      };
    }
    case 'closing_time':
      return closingTime(formula.share, place);
  }
}

/** No value, of a type that can be reckoned with: the engine refuses arithmetic on a bare NULL. */
const nothingKnown = sql`CAST(NULL, 'Nullable(Float64)')`;

/** The columns of a metric in one place: its value, and what goes with it. */
export function metricColumns(metric: MetricName, place: Place, residents: Residents): Sql[] {
  const { value, numerator, denominator } = metricSql(metric, place, residents);
  const shown = (of: Sql, suffix: string) => {
    if (place.missing === 'always') return nothingKnown;
    const known = place.same === null ? of : name(place.same + suffix);
    return place.missing ? sql`if(${place.missing}, NULL, ${known})` : known;
  };
  return [
    sql`${shown(value, '')} AS ${name(place.column)}`,
    ...(numerator ? [sql`${shown(numerator, '_numerator')} AS ${numeratorOf(place)}`] : []),
    ...(denominator ? [sql`${shown(denominator, '_denominator')} AS ${denominatorOf(place)}`] : []),
  ];
}
