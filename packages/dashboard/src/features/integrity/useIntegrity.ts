import type { Integrity, IntegrityTest } from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import type { Screen } from '../../screen/screen.ts';

/** The address of what is asked about the month of the screen. */
export function integrityRequest({ state }: Pick<Screen, 'state'>, format: 'json' | 'csv' = 'json'): string {
  const { month, group } = state.evaluation;
  const parameters = new URLSearchParams();
  if (month) parameters.set('month', month);
  if (group) parameters.set('group', group);
  if (format === 'csv') parameters.set('format', format);
  const sent = `${parameters}`;
  return `evaluation/integrity${sent && `?${sent}`}`;
}

/** What to ask units about their orders of a month. */
export const useIntegrity = () => useRequest<Integrity>((screen) => integrityRequest(screen));

/** What an address calls a question by. */
export const questionId = ({ unit, kind }: Pick<IntegrityTest, 'unit' | 'kind'>): string => `${unit} ${kind}`;

/** The questions that are shown: of a kind and about a unit, where the address names one. */
export const shownOf = ({ flags }: Integrity, { state }: Pick<Screen, 'state'>): IntegrityTest[] =>
  flags.filter(
    ({ kind, unit }) =>
      (state.integrity.kind === null || kind === state.integrity.kind) &&
      (state.integrity.unit === '' || unit === state.integrity.unit),
  );
