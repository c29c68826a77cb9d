import { type Answer, type DimensionName, isGrain, type LocalDate, type Period } from '@hotline-atlas/model';
import { comparedPeriod } from '../state/period.ts';
import type { Comparison } from '../state/schema.ts';
import { dimensionsIn } from './table.ts';

/** Whether the data covers the days compared with from their first on: six years against five are no finding. Buckets of time are compared one by one. */
const isCovered = (
  compared: Period | null | undefined,
  firstDay: LocalDate | null,
  by: readonly DimensionName[],
): boolean => !compared || firstDay === null || compared.from >= firstDay || by.some(isGrain);

/** What to compare with: nothing, where the answer would be taken back. */
export const worthComparing = (
  comparison: Comparison,
  period: Period,
  firstDay: LocalDate | null,
  by: readonly DimensionName[],
): Comparison => (isCovered(comparedPeriod(period, comparison), firstDay, by) ? comparison : 'none');

/** Whether the period compared with holds anything at all. */
const hasBefore = (answer: Answer): boolean => {
  const columns = answer.meta.columns.filter(({ role }) => role === 'before');
  return answer.rows.some((row) => columns.some(({ name }) => row[name]));
};

/** Takes back comparisons with nothing, and with a period that the data does not cover from its first day. */
export function comparable(answer: Answer, firstDay: LocalDate | null): Answer {
  const compared = answer.meta.compared_period;
  if (hasBefore(answer) && isCovered(compared, firstDay, dimensionsIn(answer))) return answer;
  if (!compared) return answer;
  const taken = answer.meta.columns.flatMap(({ name, role }) =>
    role === 'before' || role === 'change' ? [name] : [],
  );
  const nothing = Object.fromEntries(taken.map((name) => [name, null]));
  return { ...answer, rows: answer.rows.map((row) => ({ ...row, ...nothing })) };
}
