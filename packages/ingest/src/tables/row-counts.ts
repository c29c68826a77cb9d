/** Rows of tables by generation. */
export type RowCounts = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Counts of several writings together. */
export function countsTogether(all: readonly RowCounts[]): RowCounts {
  const together = new Map<string, Map<number, number>>();
  for (const counts of all)
    for (const [table, rows] of counts)
      together.set(table, new Map([...(together.get(table) ?? []), ...rows]));
  return together;
}
