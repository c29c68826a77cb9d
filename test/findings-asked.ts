import type { Answer, Change, FindingSentence } from '@hotline-atlas/model';

/** What is asked: where, when, against what. */
export interface FindingsState {
  where: string | null;
  from: string;
  to: string;
  compare: 'previous' | 'year';
}

/** Answers of the API; the same address is asked once. */
export type Asked = <Body>(path: string) => Promise<Body>;

/** The parameters that `/api/findings` takes. */
export const addressOf = ({ where, from, to, compare }: FindingsState): string =>
  new URLSearchParams([
    ...(where ? [['where', where]] : []),
    ['from', from],
    ['to', to],
    ['compare', compare],
  ]).toString();

export type Group = { [Name in keyof Change['groups']]: Change['groups'][Name][number] };

const groupsOf = ({ groups }: Change): Group[] =>
  groups.group.map(
    (_, at) =>
      Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values[at]])) as Group,
  );
/** Groups that have a name. */
export const named = (change: Change): Group[] => groupsOf(change).filter(({ group }) => group !== '');

/** What is asked about, and how. */
export interface Checked {
  state: FindingsState;
  ask: Asked;
}

/** What `/api/change` answers. */
export const changeOf = ({ state, ask }: Checked, more: string, also = ''): Promise<Change> =>
  ask(`/api/change?${addressOf(state)}&${more}${also}`);

/** The rate of the whole period and of the one before, as `/api/query` and the tiles have it. */
export async function toldRates(
  metric: string | undefined,
  about: FindingSentence['about'],
  { state, ask }: Checked,
) {
  const clause = about ? `&where=${encodeURIComponent(`${about.dimension}:${about.value}`)}` : '';
  const { rows } = await ask<Answer>(`/api/query?metrics=${metric}&${addressOf(state)}${clause}`);
  const of = (name: string) => Number(rows[0]?.[`${metric}${name}`]);
  return {
    now: of('_numerator') / of('_denominator'),
    before: of('_before_numerator') / of('_before_denominator'),
    good: of('_numerator'),
    of: of('_denominator'),
  };
}
