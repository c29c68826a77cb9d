import { type EvaluationIndicator, inLanguage } from '@hotline-atlas/model';
import type { Cell, ReportTable } from '../document/report.ts';
import { count, decimal, percent } from '../format/numbers.ts';
import { rateOfAll } from './all-together.ts';
import type { Told } from './paper.ts';
import { cellOf, column, empty, intervalTold, unitTable } from './unit-table.ts';

/** The lower end of the scale the intervals of a rate are drawn on: most of them lie on it. */
function scaleOf({ lower }: EvaluationIndicator): { from: number; to: number } {
  const known = lower.filter((value) => value !== null).sort((one, other) => one - other);
  const low = known[Math.floor(known.length / 10)] ?? 0;
  return { from: Math.min(0.95, Math.floor(low * 20) / 20), to: 1 };
}

const indicatorsTogether = 2;

function rateColumns(told: Told, indicator: EvaluationIndicator) {
  const { words, language, scheme } = told;
  const { from, to } = scaleOf(indicator);
  const reference = rateOfAll(indicator)?.rate ?? null;
  const { label, numerator, denominator, rate, lower, upper } = indicator;
  return [
    {
      column: column(inLanguage(label, language), 23, 'right' as const, words.columns.ofAsked),
      cell: (at: number): Cell =>
        denominator[at] === 0
          ? empty
          : { text: `${count(numerator[at] ?? 0)} / ${count(denominator[at] ?? 0)}`, muted: true },
    },
    {
      column: column('', 13, 'right' as const, words.columns.rate),
      cell: (at: number): Cell => cellOf(rate[at], percent),
    },
    {
      column: column(
        '',
        17,
        'center' as const,
        `${percent(from).replace('.0%', '%')} – ${percent(to).replace('.0%', '%')}`,
      ),
      cell: (at: number): Cell => {
        const [value, low, high] = [rate[at], lower[at], upper[at]];
        if (value === null || value === undefined) return empty;
        return {
          text: '',
          draw: { kind: 'interval', lower: low ?? value, value, upper: high ?? value, from, to, reference },
        };
      },
    },
    {
      column: column('', 21, 'center' as const, words.columns.interval),
      cell: (at: number): Cell => ({
        text: intervalTold(lower[at], upper[at], (value) => decimal(100 * value, 1)),
        muted: true,
      }),
    },
    {
      column: column('', 15, 'right' as const, words.columns.points),
      cell: (at: number): Cell => cellOf(indicator.points[at], (value) => decimal(value, scheme.decimals)),
    },
  ];
}

/** Numerators, denominators, rates and their intervals, some indicators a table. */
export function rateTables(told: Told): ReportTable[] {
  const { indicators } = told.evaluation;
  const tables = Math.ceil(indicators.length / indicatorsTogether);
  const perTable = Math.ceil(indicators.length / Math.max(1, tables));
  return Array.from({ length: tables }, (_, table) =>
    unitTable(
      told,
      indicators
        .slice(table * perTable, (table + 1) * perTable)
        .flatMap((indicator) => rateColumns(told, indicator)),
    ),
  );
}
