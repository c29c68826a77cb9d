import type { Rates } from '@hotline-atlas/model';
import type { Cell, Table } from '@hotline-atlas/ui/answer/table.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { probability } from '../../judgement/numbers.ts';
import type { Screen } from '../../screen/screen.ts';
import { rateRows } from './rateRows.ts';
import type { RateWords } from './words.ts';

/** Every group as a table, the lowest first. */
export function ratesTable(
  answer: Rates,
  words: RateWords,
  { language, label }: Pick<Screen, 'language' | 'label'>,
): Table {
  const { columns, verdicts } = words;
  const numeric = (name: keyof typeof columns) => ({ name, label: columns[name], numeric: true });
  const text = (raw: string): Cell => ({ raw, text: raw });
  const count = (raw: number | null): Cell => ({ raw, text: raw === null ? '–' : exact(raw, language) });
  const share = (raw: number | null): Cell => ({ raw, text: raw === null ? '–' : percent(raw, language) });
  return {
    columns: [
      { name: 'group', label: columns.group, numeric: false },
      ...(
        [
          'asked',
          'yes',
          'rate',
          'low',
          'high',
          'expected',
          'shrunken',
          'rankLow',
          'rankHigh',
          'chance',
        ] as const
      ).map(numeric),
      { name: 'verdict', label: columns.verdict, numeric: false },
    ],
    rows: rateRows(answer).map((row) => [
      text(label(answer.meta.by, row.code)),
      count(row.denominator),
      count(row.numerator),
      ...[row.rate, row.lower, row.upper, row.expected, row.shrunken].map(share),
      count(row.rankLow),
      count(row.rankHigh),
      { raw: row.chance, text: probability(row.chance, language) },
      text(verdicts[row.verdict]),
    ]),
  };
}
