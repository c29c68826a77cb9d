import {
  type AppealRecord,
  type Clause,
  type ExportFormat,
  encodeSelection,
  type Page,
  type Period,
} from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import type { Screen } from '../../screen/screen.ts';
import { selectionOf } from '../../screen/selection.ts';
import { listOrder, listSelection } from './list.ts';

/** Orders a page of the list. */
const listLength = 50;

export type { AppealRecord as Appeal, Page as AppealPage };

/** A part of the appeals the screen is about: those behind one finding. */
export interface AppealSubset {
  title: string;
  within: readonly Clause[];
  period: Period;
}

/** Clauses of the screen, and those of a finding, which take the place of clauses on the same dimension. */
function parametersFor(screen: Screen, subset: Omit<AppealSubset, 'title'> | undefined): URLSearchParams {
  const { state } = screen;
  const selection = selectionOf(screen, null);
  const within = subset?.within ?? [];
  const kept = selection.where.filter(
    ({ dimension }) => !within.some((clause) => clause.dimension === dimension),
  );
  const parameters = encodeSelection({ ...selection, ...subset?.period, where: [...kept, ...within] });
  if (state.appeals.search) parameters.set('q', state.appeals.search);
  return parameters;
}

/** The address of a page of the appeals that the screen, or a finding, is about. */
function appealsAddress(
  screen: Screen,
  page: { limit: number; cursor?: string; subset?: Omit<AppealSubset, 'title'> | undefined },
): string {
  const parameters = parametersFor(screen, page.subset);
  parameters.set('limit', String(page.limit));
  if (page.cursor) parameters.set('cursor', page.cursor);
  return `appeals?${parameters}`;
}

/** The address of a file with all of them. */
export function exportAddress(screen: Screen, format: ExportFormat, subset?: AppealSubset): string {
  const parameters = parametersFor(screen, subset);
  parameters.set('format', format);
  return `/api/export?${parameters}`;
}

/** The page of appeals the state points at. */
export function useAppealPage(limit: number, subset?: AppealSubset) {
  return useRequest<Page>((screen) =>
    appealsAddress(screen, { limit, cursor: screen.state.appeals.cursor, subset }),
  );
}

/**
 * The address of a page of the orders the screen lists.
 * @param cursor where it begins, unless as the screen says
 */
export function listAddress(screen: Screen, cursor = screen.state.appeals.cursor): string {
  const parameters = encodeSelection(listSelection(screen));
  parameters.set('order', listOrder(screen.state));
  parameters.set('limit', String(listLength));
  if (cursor) parameters.set('cursor', cursor);
  return `appeals?${parameters}`;
}

/** The address of a file with all orders of the list. */
export function listFile(screen: Screen, format: ExportFormat): string {
  const parameters = encodeSelection(listSelection(screen));
  parameters.set('order', listOrder(screen.state));
  parameters.set('format', format);
  return `/api/export?${parameters}`;
}

/** The page of orders the state points at. */
export const useListPage = () => useRequest<Page>((screen) => listAddress(screen));

/** One appeal by its id. */
export const useAppeal = (id: string) =>
  useRequest<Page>(id ? `appeals?${new URLSearchParams({ id, limit: '1' })}` : '');

/** A field as text; unknown is empty. */
export const fieldText = (appeal: AppealRecord, name: string): string => {
  const value = appeal[name];
  if (Array.isArray(value)) return value.join(', ');
  return value === null || value === undefined ? '' : String(value);
};

const mostPoints = 1000;

/** The newest appeals as points of a map. */
export function useAppealPoints(wanted: boolean, within: readonly Clause[]) {
  return useRequest<Page>((screen) =>
    wanted ? appealsAddress(screen, { limit: mostPoints, subset: { within, period: screen.days } }) : '',
  );
}
