import type { CandidateLevel, Clause, Period } from '@hotline-atlas/model';
import { encodeQuery, shift } from '@hotline-atlas/model';
import { turnedTo } from '../../address/object.ts';
import type { DashboardState } from '../../address/state.ts';

/** The candidates of the month, level and place of a screen. */
export function candidatesAddress({ evaluation, monthlyTopics }: DashboardState): string {
  const asked = new URLSearchParams({ level: monthlyTopics.level });
  if (evaluation.month !== '') asked.set('month', evaluation.month);
  if (evaluation.within !== '') asked.set('district', evaluation.within);
  return `monthly-topics/candidates?${asked}`;
}

/** Appeals about a topic, perhaps of one district. */
export const clausesOfCandidate = (
  level: CandidateLevel,
  topic: string,
  district: string | null,
): Clause[] => [
  { dimension: level, exclude: false, values: [topic] },
  ...(district === null ? [] : [{ dimension: 'district' as const, exclude: false, values: [district] }]),
];

/** The days of a month. */
export const daysOfMonth = (month: string): Period => ({
  from: `${month}-01`,
  to: shift(`${month}-01`, 'month', 1),
});

/** Appeals by month: the three years that end with a month. */
export const courseAddress = (where: readonly Clause[], month: string): string =>
  `query?${encodeQuery({
    metrics: ['appeals'],
    by: ['month'],
    where: [...where],
    from: shift(`${month}-01`, 'month', -35),
    to: daysOfMonth(month).to,
    withoutRegimes: [],
    order: [],
    resolution: 8,
  })}`;

/** Appeals of a month by place or unit, most first. */
export const partsAddress = (where: readonly Clause[], month: string, by: 'subdistrict' | 'unit'): string =>
  `query?${encodeQuery({
    metrics: ['appeals'],
    by: [by],
    where: [...where],
    ...daysOfMonth(month),
    withoutRegimes: [],
    order: [{ column: 'appeals', descending: true }],
    resolution: 8,
  })}`;

/** The list of the orders of a topic in some days. */
export const ordersOf = (
  state: DashboardState,
  where: readonly Clause[],
  period: Period,
): DashboardState => ({
  ...turnedTo(state, { page: 'appeals', object: '' }, where),
  period,
});
