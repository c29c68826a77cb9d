import { exclusionReasonLabels, inLanguage } from '@hotline-atlas/model';
import type { Cell, ReportTable } from '../document/report.ts';
import { count, decimal, percent } from '../format/numbers.ts';
import type { Told } from './paper.ts';
import { cellOf, column, intervalTold, openCell, placesOf, unitTable } from './unit-table.ts';

/** Appeals, orders and what left the base of each unit. */
export function baseTable(told: Told): ReportTable {
  const { words, evaluation } = told;
  const { units } = evaluation;
  const counted = (title: string, values: readonly number[]) => ({
    column: column(title, 22),
    cell: (at: number): Cell => ({ text: count(values[at] ?? 0) }),
  });
  const open = (title: string, values: readonly (number | null)[]) => ({
    column: column(title, 28),
    cell: (at: number) => openCell(told, values[at]),
  });
  return unitTable(told, [
    counted(words.columns.appeals, units.appeals),
    counted(words.columns.orders, units.orders),
    open(words.columns.excluded, units.excluded),
    open(words.columns.upheld, units.upheld),
    open(words.columns.baseBefore, units.base_before),
    open(words.columns.inBase, units.base),
    counted(words.columns.visited, units.visited),
  ]);
}

/** What a reason for exclusion is called. */
export const reasonTold = ({ words, language }: Told, reason: string): string =>
  reason.trim() === '' ? words.noReason : (exclusionReasonLabels[reason]?.[language] ?? reason);

const reasonsTogether = 7;

/** Exclusions by reason: of all, and of each unit that has any; some reasons a table. */
export function exclusionTables(told: Told): ReportTable[] {
  const { words, evaluation } = told;
  const { reasons } = evaluation;
  if (reasons.length === 0) return [];
  const all: ReportTable = {
    kind: 'table',
    columns: [
      column(words.columns.reason, 62, 'left'),
      column(words.columns.leaves, 44, 'left'),
      column(words.columns.total, 22),
    ],
    rows: reasons.map(({ reason, counts, orders }) => [
      { text: reasonTold(told, reason) },
      { text: counts ? words.leaves.yes : words.leaves.no },
      { text: count(orders) },
    ]),
  };
  const tables = Math.ceil(reasons.length / reasonsTogether);
  const places = placesOf(told).filter((at) => reasons.some(({ units }) => (units[at] ?? 0) > 0));
  return [
    all,
    ...Array.from({ length: tables }, (_, table) =>
      unitTable(
        told,
        reasons.slice(table * reasonsTogether, (table + 1) * reasonsTogether).map(({ reason, units }) => ({
          column: column(reasonTold(told, reason), 26),
          cell: (at: number) => openCell(told, units[at]),
        })),
        places,
      ),
    ),
  ];
}

const shrunkenTogether = 4;

/** Scores and ranks by other measures: the case mix of all, other weights, shrunken rates. */
export function otherwiseTables(told: Told): ReportTable[] {
  const { words, evaluation, scheme, language } = told;
  const { units, indicators } = evaluation;
  const score = (value: number) => decimal(value, scheme.decimals);
  const measures = [
    { column: column(words.columns.score, 16), cell: (at: number) => cellOf(units.score[at], score) },
    {
      column: column(words.columns.caseMixScore, 22),
      cell: (at: number) => cellOf(units.case_mix_score[at], score),
    },
    {
      column: column(words.columns.caseMixRank, 22),
      cell: (at: number) => cellOf(units.case_mix_rank[at], count),
    },
    {
      column: column(words.columns.caseMixOwn, 24),
      cell: (at: number) => cellOf(units.case_mix_own[at], percent),
    },
    {
      column: column(words.columns.weights, 26, 'center'),
      cell: (at: number) => ({ text: intervalTold(units.weights_best[at], units.weights_worst[at], count) }),
    },
  ];
  const rates = indicators.map(({ label, shrunken }) => ({
    column: column(inLanguage(label, language), 20, 'right' as const, words.columns.shrunken),
    cell: (at: number) => cellOf(shrunken[at], percent),
  }));
  const tables = Math.max(1, Math.ceil(rates.length / shrunkenTogether));
  return Array.from({ length: tables }, (_, table) =>
    unitTable(told, [
      ...(table === 0 ? measures : []),
      ...rates.slice(table * shrunkenTogether, (table + 1) * shrunkenTogether),
    ]),
  );
}
