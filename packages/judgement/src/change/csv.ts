import type { Change } from '@hotline-atlas/model';
import { columnsCsv } from '../answer/columns-csv.ts';

/** A file with one line a group, the whole last. */
export function changeCsv({ groups, whole, meta }: Change): string {
  if (!whole) return columnsCsv({ ...groups });
  const last: Record<string, string | number | null> = {
    ...whole,
    group: meta.by === null ? '' : '*',
    contribution: whole.change,
  };
  return columnsCsv(
    Object.fromEntries(
      Object.entries(groups).map(([name, values]) => [name, [...values, last[name] ?? null]]),
    ),
  );
}
