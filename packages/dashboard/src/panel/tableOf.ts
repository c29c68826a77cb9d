import {
  type Answer,
  type Column,
  dimensionOf,
  inLanguage,
  type Language,
  metricOf,
  type Unit,
  type Value,
} from '@hotline-atlas/model';
import { changeFrom } from '@hotline-atlas/ui/answer/change.ts';
import { dimensionNamed, grainNamed, metricNamed } from '@hotline-atlas/ui/answer/columns.ts';
import type { Cell, Table } from '@hotline-atlas/ui/answer/table.ts';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { formatExact } from '@hotline-atlas/ui/format/numbers.ts';
import type { Screen } from '../screen/screen.ts';

/** The name of a column. @param isOnly whether the table is about one metric, which its title names */
function columnLabel({ role, of }: Column, isOnly: boolean, screen: Screen): string {
  const { messages, language } = screen;
  const dimension = dimensionNamed(of);
  if (role === 'dimension') return dimension ? inLanguage(dimensionOf(dimension).label, language) : of;
  const metric = metricNamed(of);
  const name = metric ? screen.metricLabel(metric) : of;
  if (role === 'numerator') return messages.panels.numerator(name);
  if (role === 'denominator') return messages.panels.denominator(name);
  if (role === 'metric') return name;
  const { columns, columnOf } = messages.comparison;
  return isOnly ? columns[role] : columnOf(name, columns[role]);
}

function dimensionText(name: string, value: Value, screen: Screen): string {
  const code = value === null ? '' : String(value);
  const grain = grainNamed(name);
  if (grain) return bucketLabel(code, grain, screen.language);
  const dimension = dimensionNamed(name);
  return dimension ? screen.label(dimension, code) : code;
}

function cellOf(column: Column, row: Readonly<Record<string, Value>>, screen: Screen): Cell {
  const raw = row[column.name] ?? null;
  const { language } = screen;
  if (column.role === 'dimension') return { raw, text: dimensionText(column.of, raw, screen) };
  if (typeof raw !== 'number') return { raw, text: '–' };
  const unit = metricOf(metricNamed(column.of) ?? 'appeals').unit;
  if (column.role === 'change') return { raw, text: differenceText(raw, unit, language) };
  if (column.role === 'change_share') return { raw, text: changeFrom(raw, 'count', language).signed };
  const counted = column.role === 'numerator' || column.role === 'denominator';
  return { raw, text: formatExact(raw, counted ? 'count' : unit, language) };
}

/** A difference with its sign: shares in points, everything else in its own unit. */
function differenceText(amount: number, unit: Unit, language: Language): string {
  if (unit === 'share') return changeFrom(amount, unit, language).signed;
  const size = formatExact(Math.abs(amount), unit, language);
  return amount === 0 ? size : `${amount > 0 ? '+' : '\u2212'}${size}`;
}

const isTimeLike = ({ role, of }: Column): boolean => {
  const dimension = role === 'dimension' ? dimensionNamed(of) : undefined;
  return dimension !== undefined && ['time', 'cycle'].includes(dimensionOf(dimension).kind);
};

/** Whether a column of the compared days says the same as the one of all days beside it. */
function isRepeated({ role, name }: Column, { rows }: Answer): boolean {
  if (role !== 'paired' && role !== 'before_paired') return false;
  const all = name.replace(/_paired$/, '');
  return rows.every((row) => row[name] === row[all]);
}

/** An answer as a table, with names for its codes. */
export function tableOf(answer: Answer, screen: Screen): Table {
  const columns = answer.meta.columns.filter(
    (column) => !/_(before|paired)_(numerator|denominator)$/.test(column.name) && !isRepeated(column, answer),
  );
  const isOnly = columns.filter(({ role }) => role === 'metric').length === 1;
  return {
    columns: columns.map((column) => ({
      name: column.name,
      label: columnLabel(column, isOnly, screen),
      numeric: column.role !== 'dimension',
      byValue: isTimeLike(column),
    })),
    rows: answer.rows.map((row) => columns.map((column) => cellOf(column, row, screen))),
  };
}
