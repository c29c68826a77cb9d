import { type Answer, isGrain, type LocalDate } from '@hotline-atlas/model';
import { dimensionsIn } from './table.ts';

/** Whether the period compared with holds anything at all. */
const hasBefore = (answer: Answer): boolean => {
  const columns = answer.meta.columns.filter(({ role }) => role === 'before');
  return answer.rows.some((row) => columns.some(({ name }) => row[name]));
};

/**
 * Takes back comparisons with nothing, and with a period that the data does not cover from its first day: six years
 * against five are no finding. Buckets of time are compared one by one, and keep theirs.
 */
export function comparable(answer: Answer, firstDay: LocalDate | null): Answer {
  const compared = answer.meta.compared_period;
  const covered = !compared || firstDay === null || compared.from >= firstDay;
  if (hasBefore(answer) && (covered || dimensionsIn(answer).some(isGrain))) return answer;
  if (!compared) return answer;
  const taken = answer.meta.columns.flatMap(({ name, role }) =>
    role === 'before' || role === 'change' ? [name] : [],
  );
  const nothing = Object.fromEntries(taken.map((name) => [name, null]));
  return { ...answer, rows: answer.rows.map((row) => ({ ...row, ...nothing })) };
}
