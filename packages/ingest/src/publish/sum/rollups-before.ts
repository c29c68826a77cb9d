import type { Publication } from '@hotline-atlas/clickhouse';
import type { Rollup } from '../../tables/generations.ts';
import { fewAppeals } from '../../tables/limits.ts';

/** Whether a version has every rollup, so that none of its questions has to read the rows for want of one. */
const isComplete = ({ rows }: Pick<Publication, 'rows'>, rollups: readonly Rollup[]): boolean =>
  rollups.every(({ name }) => rows[name]?.every((each) => each > 0) ?? false);

/** Whether everything that speeds questions up is filled before appeals are published. */
export const isAllBefore = (
  rollups: readonly Rollup[],
  before: Pick<Publication, 'rows'> | null,
  appeals: number,
): boolean => appeals <= fewAppeals || (before !== null && isComplete(before, rollups));

/**
 * The rollups that are filled before appeals are published. A first history counts as early as can be; once a
 * version has every rollup, the next has, too: else whoever asks would wait for the rows to be read until
 * those that are missing are filled.
 * @param before the version published last; null where there is none
 */
export function rollupsBefore(
  rollups: readonly Rollup[],
  before: Pick<Publication, 'rows'> | null,
  appeals: number,
): string[] {
  const all = isAllBefore(rollups, before, appeals);
  return rollups.filter(({ later }) => all || !later).map(({ name }) => name);
}
