import { type Alarms, type Clause, encodeClause } from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import type { Screen } from '../../screen/screen.ts';

const watched = ['district', 'subdistrict', 'topic1', 'topic2', 'topic3'];

/** The clauses that filter alarms. Series are of topics and areas; nothing else is watched. */
export const watchable = (where: readonly Clause[]): Clause[] =>
  where.filter(({ dimension }) => watched.includes(dimension));

/** The address of the alarms the screen asks for. */
export function alarmsAddress({ state }: Pick<Screen, 'state'>): string {
  const parameters = new URLSearchParams();
  for (const clause of watchable(state.where)) parameters.append('where', encodeClause(clause));
  if (state.alarms.day) parameters.set('as_of', state.alarms.day);
  parameters.set('watch', state.alarms.watch);
  return `alarms?${parameters}`;
}

/** What is unusual on a day, most important first. */
export const useAlarms = () => useRequest<Alarms>(alarmsAddress);
