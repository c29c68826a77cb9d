import {
  type Answer,
  type Column,
  type DimensionName,
  dimensionNames,
  dimensionOf,
  type Grain,
  grains,
  inLanguage,
  type MetricName,
  metricNames,
  metricOf,
  type Value,
} from '@hotline-atlas/model';
import { changeOf } from '../format/change.ts';
import { bucketLabel } from '../format/dates.ts';
import { formatExact } from '../format/numbers.ts';
import type { Screen } from '../state/screen.ts';

export interface TableColumn {
  name: string;
  label: string;
  numeric: boolean;
  /** Sorted by its value, not by its name: times, hours, weekdays. */
  byValue?: boolean;
}

export interface Cell {
  /** What sorting and the download use. */
  raw: Value;
  text: string;
}

/** The same numbers as a picture, to be read, sorted and taken away. */
export interface Table {
  columns: TableColumn[];
  rows: Cell[][];
  /** All rows together, where that can be said. */
  total?: Cell[];
}

const metricNamed = (name: string): MetricName | undefined => metricNames.find((each) => each === name);
const dimensionNamed = (name: string): DimensionName | undefined =>
  dimensionNames.find((each) => each === name);
const grainNamed = (name: string): Grain | undefined => grains.find((each) => each === name);

/** The metric an answer is about; the first where it has several. */
export const metricIn = (answer: Answer): MetricName =>
  metricNamed(answer.meta.columns.find(({ role }) => role === 'metric')?.of ?? '') ?? 'appeals';

/** The dimensions an answer is grouped by. */
export const dimensionsIn = (answer: Answer): DimensionName[] =>
  answer.meta.columns.flatMap(({ role, of }) => (role === 'dimension' ? (dimensionNamed(of) ?? []) : []));

/** The grain of an answer grouped by time. */
export const grainIn = (answer: Answer): Grain | null =>
  dimensionsIn(answer).map(grainNamed).find(Boolean) ?? null;

function columnLabel({ role, of }: Column, screen: Screen): string {
  const { messages, language } = screen;
  const dimension = dimensionNamed(of);
  if (role === 'dimension') return dimension ? inLanguage(dimensionOf(dimension).label, language) : of;
  const metric = metricNamed(of);
  const name = metric ? screen.metricLabel(metric) : of;
  if (role === 'before') return messages.panels.before(name);
  if (role === 'change') return messages.panels.change(name);
  if (role === 'numerator') return messages.panels.numerator(name);
  if (role === 'denominator') return messages.panels.denominator(name);
  return name;
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
  if (column.role === 'change') return { raw, text: changeText(column.of, row, screen) };
  const counted = column.role === 'numerator' || column.role === 'denominator';
  return { raw, text: formatExact(raw, counted ? 'count' : unit, language) };
}

function changeText(name: string, row: Readonly<Record<string, Value>>, screen: Screen): string {
  const unit = metricOf(metricNamed(name) ?? 'appeals').unit;
  const [value, before] = [row[name], row[`${name}_before`]];
  if (typeof value !== 'number' || typeof before !== 'number') return '–';
  return changeOf(value, before, unit, screen.language)?.signed ?? '–';
}

const isTimeLike = ({ role, of }: Column): boolean => {
  const dimension = role === 'dimension' ? dimensionNamed(of) : undefined;
  return dimension !== undefined && ['time', 'cycle'].includes(dimensionOf(dimension).kind);
};

/** An answer as a table, with names for its codes. */
export function tableOf(answer: Answer, screen: Screen): Table {
  const columns = answer.meta.columns.filter(({ name }) => !/_before_(numerator|denominator)$/.test(name));
  return {
    columns: columns.map((column) => ({
      name: column.name,
      label: columnLabel(column, screen),
      numeric: column.role !== 'dimension',
      byValue: isTimeLike(column),
    })),
    rows: answer.rows.map((row) => columns.map((column) => cellOf(column, row, screen))),
  };
}
