import {
  type ChangeGrouping,
  type Clause,
  encodeQuery,
  type MetricName,
  type Period,
  type Query,
} from '@hotline-atlas/model';

const none = { by: [], where: [], withoutRegimes: [], order: [], resolution: 8 } as const;

const asked = (query: Pick<Query, 'metrics' | 'from' | 'to'> & Partial<Query>): string =>
  `query?${encodeQuery({ ...none, by: [], where: [], withoutRegimes: [], order: [], ...query })}`;

/** Figures of the tiles, in the order they stand. */
export const tileMetrics = [
  'appeals',
  'resolution_rate',
  'satisfaction_rate',
  'on_time_rate',
  'excluded_share',
] as const satisfies readonly MetricName[];

/** The figures of a month, beside those of the period before. @param where of whom; of everything without */
export const figuresAddress = ({ from, to }: Period, where: Clause[] = []): string =>
  asked({ metrics: [...tileMetrics, 'not_located'], where, from, to, compare: 'previous' });

/** The same month by month. */
export const courseAddress = ({ from, to }: Period, where: Clause[] = []): string =>
  asked({ metrics: [...tileMetrics], by: ['month'], where, from, to });

/** Figures by district. */
export const districtsAddress = ({ from, to }: Period, withResidents: boolean): string =>
  asked({
    metrics: ['appeals', ...(withResidents ? (['per_10k_residents'] as const) : []), 'resolution_rate'],
    by: ['district'],
    from,
    to,
  });

/** What is judged. */
export interface JudgedChange {
  metric: MetricName;
  compare: 'previous' | 'year';
  by?: ChangeGrouping;
  /** One clause, as it stands in an address. */
  where?: string;
}

/** The judgement of a change. */
export function changeAddress({ metric, compare, by, where }: JudgedChange, { from, to }: Period): string {
  const parameters = new URLSearchParams({ metric, compare, from, to });
  if (by) parameters.set('by', by);
  if (where) parameters.set('where', where);
  return `change?${parameters}`;
}

/** What is open and overdue, and was at the ends of months. @param live as of now, not of the data */
export const backlogAddress = (live: boolean): string =>
  `backlog?${new URLSearchParams({ step: 'month', points: '13', due_at: live ? 'now' : 'data' })}`;

/** What to know first, and whom to ask. @param live with open orders as of now, not of the data */
export const findingsAddress = ({ from, to }: Period, live: boolean): string =>
  `findings?${new URLSearchParams({ from, to, ...(live && { due_at: 'now' }) })}`;
