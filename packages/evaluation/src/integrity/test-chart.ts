import { type IntegrityChart, type IntegrityCounts, limitBins } from '@hotline-atlas/model';
import { byUnit, expectedByMix } from './expected-by-mix.ts';
import type { UnitTest } from './test-of-unit.ts';
import { isRoundTimes, roundMinutesOf } from './textbook-digits.ts';

const monthsShown = 12;

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const thousandths = (value: number): number | null =>
  Number.isFinite(value) ? Math.round(1000 * value) / 1000 : null;

/** What all other units together have, drawn to as many as the unit has. */
function othersLike(histograms: readonly Float64Array[], unit: number): (number | null)[] {
  const own = histograms[unit] ?? new Float64Array();
  const others = own.map((_, bin) =>
    histograms.reduce((sum, histogram, at) => sum + (at === unit ? 0 : (histogram[bin] ?? 0)), 0),
  );
  const scale = total(own) / total(others);
  return Array.from(others, (value) => thousandths(value * scale));
}

function monthsChart(counts: IntegrityCounts, unit: number, month: string): IntegrityChart {
  const now = {
    month,
    orders: byUnit(counts, counts.counts.orders),
    base: byUnit(counts, counts.counts.base),
  };
  const months = [...counts.past.slice(-monthsShown), now];
  const others = (values: Float64Array) => total(values) - (values[unit] ?? 0);
  return {
    form: 'months',
    labels: months.map((each) => each.month),
    observed: months.map(({ orders, base }) => thousandths((base[unit] ?? 0) / (orders[unit] ?? 0))),
    expected: months.map(({ orders, base }) => thousandths(others(base) / others(orders))),
    marked: [months.length - 1],
  };
}

function reasonsChart(counts: IntegrityCounts, unit: number, way: string): IntegrityChart {
  const { orders } = counts.counts;
  const everybody = new Uint8Array(counts.units.length).fill(1);
  const own = byUnit(counts, orders)[unit] ?? 0;
  const marked = counts.reasons.indexOf(way);
  return {
    form: 'reasons',
    labels: [...counts.reasons],
    observed: counts.excludedFor.map((part) => byUnit(counts, part)[unit] ?? 0),
    expected: counts.excludedFor.map((part) =>
      thousandths(own * (expectedByMix(counts, part, orders, everybody)[unit] ?? Number.NaN)),
    ),
    marked: marked < 0 ? counts.reasons.map((_, at) => at) : [marked],
  };
}

const minuteLabels = Array.from({ length: 60 }, (_, minute) => String(minute).padStart(2, '0'));
const limitLabels = Array.from({ length: limitBins }, (_, bin) => String((100 * (bin + 1)) / limitBins));

/**
 * What is drawn beside a question: the base month by month as shares, exclusions by reason, closings by the
 * part of the limit in per cent, or by minutes; null where the share with its interval says it all.
 * @param month the one that is asked about, as 2024-11
 */
export function testChart(
  { kind, way, unit }: UnitTest,
  counts: IntegrityCounts,
  month: string,
): IntegrityChart | null {
  if (kind === 'shrinking_base') return monthsChart(counts, unit, month);
  if (kind === 'odd_exclusions') return reasonsChart(counts, unit, way);
  if (way === 'limit')
    return {
      ...{ form: 'limit', labels: limitLabels, observed: [...(counts.limit[unit] ?? [])] },
      ...{ expected: othersLike(counts.limit, unit), marked: [limitBins - 1] },
    };
  if (!isRoundTimes(way)) return null;
  const { of, minutes } = roundMinutesOf(way);
  return {
    ...{ form: 'digits', labels: minuteLabels, observed: [...(counts[of][unit] ?? [])] },
    ...{ expected: othersLike(counts[of], unit), marked: [...minutes] },
  };
}
