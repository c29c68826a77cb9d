import type { Clause, DimensionName, Period, Selection } from '@hotline-atlas/model';
import type { DashboardState } from './state.ts';

/** What a view's own choices are known by: views that show the same thing share them. */
export type Source = 'areas' | 'topics' | 'hours' | 'span' | DimensionName;

const sources: Partial<Record<DimensionName, Source>> = {
  district: 'areas',
  subdistrict: 'areas',
  topic1: 'topics',
  topic2: 'topics',
  topic3: 'topics',
  hour_of_day: 'hours',
  day_of_week: 'hours',
};

/** The view a clause comes from. */
const sourceOf = ({ dimension }: Clause): Source => sources[dimension] ?? dimension;

/** Every clause but a view's own. */
export const clausesBut = (where: readonly Clause[], source: Source | null): Clause[] =>
  where.filter((clause) => sourceOf(clause) !== source);

/** A view's own clauses. */
export const clausesOf = (where: readonly Clause[], source: Source): Clause[] =>
  where.filter((clause) => sourceOf(clause) === source);

/** Which appeals a view shows: all that the others have chosen, nothing of what it chose itself. */
export function selectionFor(
  state: Pick<DashboardState, 'where' | 'span' | 'withoutRegimes'>,
  period: Period,
  regimes: readonly string[],
  source: Source | null,
): Selection & Period {
  return {
    where: clausesBut(state.where, source),
    ...(source !== 'span' && state.span ? state.span : period),
    withoutRegimes: state.withoutRegimes ? [...regimes] : [],
  };
}

/** Replaces what a view has chosen. */
export const choose = (where: readonly Clause[], source: Source, clauses: readonly Clause[]): Clause[] => [
  ...clausesBut(where, source),
  ...clauses,
];

/** Sources that have chosen something, in the order they first did. */
export const chosenSources = (where: readonly Clause[]): Source[] => [...new Set(where.map(sourceOf))];
