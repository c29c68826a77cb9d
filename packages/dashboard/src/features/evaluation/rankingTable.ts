import { inLanguage, type Language } from '@hotline-atlas/model';
import type { Cell, Table } from '@hotline-atlas/ui/answer/table.ts';
import type { MonthShown } from './MonthContext.ts';
import type { MonthRow } from './rows.ts';

type Read = (row: MonthRow) => number | string | boolean | null;

const numbers: readonly [name: string, read: Read][] = [
  ['rank', ({ rank }) => rank],
  ['rank_first', ({ first }) => first],
  ['rank_last', ({ last }) => last],
  ['score', ({ score }) => score],
  ['score_lower', ({ scoreLower }) => scoreLower],
  ['score_upper', ({ scoreUpper }) => scoreUpper],
  ['change', ({ change }) => change],
];

const facts: readonly [name: string, read: Read][] = [
  ['orders', ({ orders }) => orders],
  ['excluded', ({ excluded }) => excluded],
  ['visited', ({ visited }) => visited],
  ['case_mix_rank', ({ caseMixRank }) => caseMixRank],
  ['case_mix_score', ({ caseMixScore }) => caseMixScore],
  ['weights_best', ({ weightsBest }) => weightsBest],
  ['weights_worst', ({ weightsWorst }) => weightsWorst],
];

const words: readonly [name: string, read: Read][] = [
  ['mark', ({ mark }) => mark],
  ['told_apart', ({ toldApart }) => String(toldApart)],
  ['class', (row) => row.class],
  ['called_in', ({ calledIn }) => String(calledIn)],
  ['called_in_sure', ({ calledInSure }) => String(calledInSure)],
  ['standing', ({ standing }) => standing],
];

const rateParts = ['numerator', 'denominator', 'rate', 'lower', 'upper', 'points'] as const;

/**
 * The table of a month as it is taken away: all units and all columns, under the names the API has for them.
 * @param rows in the order of the file
 */
export function rankingTable(month: MonthShown, rows: readonly MonthRow[], language: Language): Table {
  const { answer, names } = month;
  const rates = answer.indicators.flatMap(({ name, label }, at) =>
    rateParts.map((part) => ({
      name: `${name}_${part}`,
      label: `${inLanguage(label, language)} ${part}`,
      read: (row: MonthRow) => row.rates[at]?.[part] ?? null,
    })),
  );
  const plain = (each: readonly [string, Read]) => ({ name: each[0], label: each[0], read: each[1] });
  const counted = [...numbers.map(plain), ...rates, ...facts.map(plain)];
  const told = words.map(plain);
  const cell = (raw: ReturnType<Read>): Cell => ({
    raw: typeof raw === 'boolean' ? String(raw) : raw,
    text: raw === null ? '' : String(raw),
  });
  return {
    columns: [
      { name: 'unit', label: inLanguage(answer.meta.group.label, language), numeric: false },
      ...counted.map(({ name, label }) => ({ name, label, numeric: true })),
      ...told.map(({ name, label }) => ({ name, label, numeric: false })),
    ],
    rows: rows.map((row) => [
      { raw: row.code, text: names.unit(row.code) },
      ...[...counted, ...told].map(({ read }) => cell(read(row))),
    ]),
  };
}
