import type { Change, ChangeMark } from '@hotline-atlas/model';

/** What one group has to do with the change of the whole. */
interface Contribution {
  code: string;
  /** On the compared days: appeals of this side less those of the other. */
  change: number;
  now: number;
  mark: ChangeMark;
  /** The change earlier years had between the same days; null where none tells. */
  season: number | null;
}

/** The largest contributions, what is left, and the whole; as shown, the first two add up to the third. */
export interface Contributions {
  rows: Contribution[];
  rest: { groups: number; change: number; now: number };
  whole: { change: number; now: number; season: number | null; mark: ChangeMark };
}

const rounded = (value: number | null | undefined): number => Math.round(value ?? 0);

/** Lays what rounding has left over on the largest rows, where there is no rest to hold it. */
function even(rows: Contribution[], left: number): void {
  const largest = [...rows].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  for (const row of largest.slice(0, Math.abs(left))) row.change += Math.sign(left);
}

/**
 * The contributions to a change of counts: what is beyond chance first, then the largest, sorted from the
 * largest rise to the largest fall. Rounded, so that what is read adds up.
 * @param most rows besides the rest
 */
export function contributionsOf({ groups, whole }: Change, most: number): Contributions | null {
  if (!whole) return null;
  const all = groups.group.map(
    (code, at): Contribution => ({
      code,
      change: rounded(groups.contribution[at]),
      now: rounded(groups.now[at]),
      mark: groups.mark[at] ?? 'chance',
      season: groups.season[at] ?? null,
    }),
  );
  const rows = all
    .filter(({ change }) => change !== 0)
    .slice(0, most)
    .sort((a, b) => b.change - a.change);
  const sum = (of: 'change' | 'now') => rows.reduce((total, row) => total + row[of], 0);
  const told = { change: rounded(whole.change), now: rounded(whole.now) };
  if (rows.length === all.filter(({ change }) => change !== 0).length)
    even(rows, told.change - sum('change'));
  return {
    rows,
    rest: {
      groups: all.length - rows.length,
      change: told.change - sum('change'),
      now: told.now - sum('now'),
    },
    whole: { ...told, season: whole.season, mark: whole.mark },
  };
}

/** One scale for all bars of a list, with zero inside and round ends. */
export function scaleOf({ rows, rest }: Contributions): { low: number; high: number } {
  const values = [...rows.flatMap(({ change, season }) => [change, season ?? 0]), rest.change, 0];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(most - least, 1);
  const step = [1, 2, 5, 10, 20, 50, 100].map((each) => (each * 10 ** Math.floor(Math.log10(size))) / 10);
  const round = step.find((each) => size / each <= 6) ?? size;
  return { low: Math.floor(least / round) * round, high: Math.ceil(most / round) * round };
}
