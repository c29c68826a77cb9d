import { inLanguage } from '@hotline-atlas/model';
import type { Cell, ReportTable } from '../document/report.ts';
import { decimal, monthLabel, signed } from '../format/numbers.ts';
import { rankedOf, ranksTold } from './finding.ts';
import { filled, type Told } from './paper.ts';
import { cellOf, column, empty, fullScore, intervalTold, monthBefore, unitTable } from './unit-table.ts';

function bandCell(told: Told, at: number): Cell {
  const { units } = told.evaluation;
  const [rank, first, last] = [units.rank[at], units.rank_first[at], units.rank_last[at]];
  if (rank === null || rank === undefined || first === null || first === undefined) return empty;
  const of = rankedOf(told).length;
  return { text: '', draw: { kind: 'band', first, last: last ?? first, at: rank, of } };
}

/** Whether a unit is called in, and whether that may be chance. */
function calledCell({ words, evaluation: { units } }: Told, at: number): Cell {
  const [called, sure] = [units.called_in[at] === true, units.called_in_sure[at] === true];
  if (units.rank[at] === null) return empty;
  if (called) return { text: sure ? words.yes : `${words.yes}?`, strong: true };
  return { text: sure ? '' : '?', muted: true };
}

const classTold = ({ evaluation, language }: Told, name: string | null | undefined): string => {
  const found = evaluation.classes.find((each) => each.name === name);
  return found ? inLanguage(found.label, language) : (name ?? '');
};

/** More parts of a score have no room beside it: they stand with their rates alone. */
const mostParts = 4;

/** The ranking: ranks and what they may be, scores, their parts, movement, class, who is called in. */
export function rankingTable(told: Told): ReportTable {
  const { words, evaluation, scheme, language } = told;
  const { units, indicators, meta } = evaluation;
  const { decimals } = scheme;
  const score = (value: number) => decimal(value, decimals);
  const measured = indicators.filter((indicator) => indicator.measured);
  const parts = measured.length > mostParts ? [] : measured;
  return unitTable(told, [
    { column: column(words.columns.may, 17, 'center'), cell: (at) => ({ text: ranksTold(told, at) }) },
    { column: column('', 24, 'left'), cell: (at) => bandCell(told, at) },
    {
      column: column(
        words.columns.score,
        15,
        'right',
        filled(words.columns.scoreOf, { points: decimal(fullScore(told), 0) }),
      ),
      cell: (at) =>
        units.score[at] === null
          ? { text: words.standings[units.standing[at] ?? 'not_asked'], muted: true }
          : { ...cellOf(units.score[at], score), strong: true },
    },
    {
      column: column(words.columns.interval, 22, 'center'),
      cell: (at) => ({
        text: intervalTold(units.score_lower[at], units.score_upper[at], score),
        muted: true,
      }),
    },
    {
      column: column(
        words.columns.change,
        18,
        'right',
        filled(words.columns.on, { month: monthLabel(monthBefore(meta.month), language) }),
      ),
      cell: (at) => ({
        ...cellOf(units.change[at], (value) => signed(value, decimals)),
        ...(units.change[at] !== null && { mark: units.mark[at] ?? 'too_few' }),
      }),
    },
    ...parts.map(({ label, points }) => ({
      column: column(inLanguage(label, language), 15, 'right' as const, words.columns.points),
      cell: (at: number) => cellOf(points[at], score),
    })),
    {
      column: column(words.columns.apart, 11, 'center'),
      cell: (at) => ({ text: units.told_apart[at] === true ? words.yes : '' }),
    },
    {
      column: column(words.columns.class, 15, 'left'),
      cell: (at) => ({ text: classTold(told, units.class[at]) }),
    },
    ...(meta.group.called_in > 0
      ? [
          {
            column: column(words.columns.called, 12, 'center' as const),
            cell: (at: number) => calledCell(told, at),
          },
        ]
      : []),
  ]);
}
