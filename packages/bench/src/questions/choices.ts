import type { Clause, DimensionName, LocalDate, Period } from '@hotline-atlas/model';
import { floorTo, shift } from '@hotline-atlas/model';

/**
 * The values a reader would choose first: the most frequent of each dimension. Empty where the data records
 * none.
 */
export type Choices = Readonly<Partial<Record<DimensionName, string>>>;

/** Dimensions that choices are needed of. */
export const chosenDimensions = [
  'district',
  'subdistrict',
  'topic1',
  'topic2',
  'topic3',
  'channel',
  'kind',
  'unit',
  'urgency',
  'status',
  'cell',
] as const satisfies readonly DimensionName[];

/** What is chosen before a question is asked. */
export interface Filter {
  name: string;
  where: Clause[];
}

/** A clause for every dimension named; null where the data has no value for one. */
export function filterOf(
  name: string,
  dimensions: readonly DimensionName[],
  choices: Choices,
): Filter | null {
  const where = dimensions.flatMap((dimension): Clause[] => {
    const value = choices[dimension];
    return value ? [{ dimension, exclude: false, values: [value] }] : [];
  });
  return where.length === dimensions.length ? { name, where } : null;
}

/** The filters of the screens: nothing, and one choice of each kind a click makes. */
export const screenFilters = (choices: Choices): Filter[] =>
  [
    filterOf('none', [], choices),
    filterOf('district', ['district'], choices),
    filterOf('subdistrict', ['district', 'subdistrict'], choices),
    filterOf('topic', ['topic1'], choices),
    filterOf('topic2', ['topic1', 'topic2'], choices),
    filterOf('channel', ['channel'], choices),
  ].filter((filter) => filter !== null);

/** What there is to ask about. */
export interface Coverage {
  firstDay: LocalDate;
  lastDay: LocalDate;
  /** The day after the last day that had wholly passed when the data was loaded. */
  completeTo: LocalDate;
}

export interface NamedPeriod extends Period {
  name: 'all history' | 'last year' | 'last 13 months' | 'last month';
}

/** The periods asked for, as the dashboard resolves them: ending with the last complete month. */
export function periodsOf({
  firstDay,
  lastDay,
  completeTo,
}: Coverage): Record<'all' | 'year' | 'thirteen' | 'month', NamedPeriod> {
  const month = floorTo(completeTo, 'month');
  const back = (name: NamedPeriod['name'], months: number): NamedPeriod => {
    const from = shift(month, 'month', -months);
    return { name, from: from < firstDay ? firstDay : from, to: month };
  };
  return {
    all: { name: 'all history', from: firstDay, to: shift(lastDay, 'day', 1) },
    year: back('last year', 12),
    thirteen: back('last 13 months', 13),
    month: back('last month', 1),
  };
}
