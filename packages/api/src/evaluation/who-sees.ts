import type { City } from '@hotline-atlas/city';
import {
  type Clause,
  type EvaluatedGroup,
  NotOpen,
  type RankedDimension,
  type Scope,
} from '@hotline-atlas/model';

/** What somebody sees of a ranking. */
export interface RankingSeen {
  /** The scope the ranking is counted in. */
  counted: Scope;
  /** Whether somebody may see the details of a unit. */
  details: (unit: string) => boolean;
}

/** The district a unit or subdistrict lies in. */
function districtOf({ areas, units }: City, by: RankedDimension, code: string): string | undefined {
  if (by === 'district') return code;
  if (by === 'unit') return units.find((unit) => unit.code === code)?.district;
  const features = areas.find(({ level }) => level === 'subdistrict')?.features.features ?? [];
  return features.find(({ properties }) => properties.code === code)?.properties.parent;
}

function satisfies(clause: Clause, code: string, city: City, by: RankedDimension): boolean {
  const value =
    clause.dimension === 'district' ? districtOf(city, by, code) : clause.dimension === by && code;
  return typeof value === 'string' && clause.values.includes(value) !== clause.exclude;
}

/** Whether all appeals of a unit, area or district are somebody's own. */
export const isOwnUnit = ({ clauses }: Scope, city: City, by: RankedDimension, code: string): boolean =>
  clauses.every((clause) => satisfies(clause, code, city, by));

/** Whether a ranking is open to a scope. */
export const isRankingOpen = (
  { clauses, published, rankings }: Scope,
  { by }: Pick<EvaluatedGroup, 'by'>,
): boolean =>
  clauses.length === 0 || rankings.includes(by) || (published.includes(by) && published.includes('month'));

/**
 * What a scope sees of a ranking. A rank among the own units alone would be no rank, so somebody who sees
 * their own appeals gets the whole ranking, where it is open to them (`rankings`), or the city's aggregates
 * of that dimension by month are (`published`); and details (why orders were excluded, what moved a rank) of
 * those units alone whose appeals are all their own.
 * @throws NotOpen where that ranking is not open to them
 */
export function rankingSeen(scope: Scope, city: City, group: EvaluatedGroup): RankingSeen {
  const { clauses } = scope;
  if (clauses.length === 0) return { counted: scope, details: () => true };
  if (!isRankingOpen(scope, group))
    throw new NotOpen(
      `The ranking of ${group.label.en} is not open to you: it needs that right, or the city's figures by ${group.by} and month.`,
    );
  return {
    counted: { ...scope, clauses: [], texts: false, callers: null },
    details: (unit) => isOwnUnit(scope, city, group.by, unit),
  };
}
