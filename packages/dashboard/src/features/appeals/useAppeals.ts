import {
  type AsOf,
  type Clause,
  type ExportFormat,
  encodeSelection,
  type Period,
} from '@hotline-atlas/model';
import { selectionFor } from '../../address/crossfilter.ts';
import { useAsked, useStored } from '../../questions/useAnswer.ts';
import type { Screen } from '../../screen/screen.ts';

/** One appeal as the API shows it: fields by name, unknown ones null. */
export type Appeal = Readonly<Record<string, string | number | readonly string[] | null>>;

export interface AppealPage {
  meta: {
    as_of: AsOf;
    columns: string[];
    /** Appeals on all pages together. */
    total: number;
    next_cursor: string | null;
    period: Period;
  };
  rows: Appeal[];
}

/** A part of the appeals the screen is about: those behind one finding. */
export interface Narrowed {
  title: string;
  within: readonly Clause[];
  period: Period;
}

/** Clauses of the screen, and those of a finding, which take the place of clauses on the same dimension. */
function parametersFor(screen: Screen, narrowed: Omit<Narrowed, 'title'> | undefined): URLSearchParams {
  const { state, meta, period } = screen;
  const regimes = meta.regimes.map(({ name }) => name);
  const selection = selectionFor(state, period, regimes, null);
  const within = narrowed?.within ?? [];
  const kept = selection.where.filter(
    ({ dimension }) => !within.some((clause) => clause.dimension === dimension),
  );
  const parameters = encodeSelection({ ...selection, ...narrowed?.period, where: [...kept, ...within] });
  if (state.words) parameters.set('q', state.words);
  return parameters;
}

/** The address of a page of the appeals that the screen, or a finding, is about. */
export function appealsAddress(
  screen: Screen,
  page: { limit: number; cursor?: string; narrowed?: Omit<Narrowed, 'title'> | undefined },
): string {
  const parameters = parametersFor(screen, page.narrowed);
  parameters.set('limit', String(page.limit));
  if (page.cursor) parameters.set('cursor', page.cursor);
  return `appeals?${parameters}`;
}

/** The address of a file with all of them. */
export function exportAddress(screen: Screen, format: ExportFormat, narrowed?: Narrowed): string {
  const parameters = parametersFor(screen, narrowed);
  parameters.set('format', format);
  return `/api/export?${parameters}`;
}

/** The page of appeals the state points at. */
export function useAppealPage(limit: number, narrowed?: Narrowed) {
  return useAsked<AppealPage>((screen) =>
    appealsAddress(screen, { limit, cursor: screen.state.cursor, narrowed }),
  );
}

/** One appeal by its id. */
export const useAppeal = (id: string) =>
  useStored<AppealPage>(id ? `appeals?${new URLSearchParams({ id, limit: '1' })}` : '');

/** A field as text; unknown is empty. */
export const fieldText = (appeal: Appeal, name: string): string => {
  const value = appeal[name];
  if (Array.isArray(value)) return value.join(', ');
  return value === null || value === undefined ? '' : String(value);
};

const mostPoints = 1000;

/** The newest appeals as points of a map. */
export function useAppealPoints(wanted: boolean, within: readonly Clause[]) {
  return useAsked<AppealPage>((screen) =>
    wanted ? appealsAddress(screen, { limit: mostPoints, narrowed: { within, period: screen.days } }) : '',
  );
}
