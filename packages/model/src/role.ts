import type { DimensionName, Resolution } from './dimensions.ts';
import type { Localized } from './localized.ts';
import type { RankedDimension } from './scheme.ts';
import type { Scope } from './scope.ts';

/**
 * What somebody may do besides asking.
 * - `keep`: saved views, favourites and links. `share`: views for a role or everyone.
 * - `annotate`: notes on days and spans. `export`: records as files. `token`: tokens for scripts.
 * - `object`: object to what an evaluation counts of the own units. `evaluate`: decide on objections, close
 *   a month, pick topics of the month.
 * - `desk`: take appeals in. `erase`: erase a person's appeals. `administer`: accounts and the audit.
 */
export const permissions = [
  'keep',
  'share',
  'annotate',
  'export',
  'token',
  'object',
  'evaluate',
  'desk',
  'erase',
  'administer',
] as const;
export type Permission = (typeof permissions)[number];

/** Times a role may see and ask for. */
export const momentsSeen = ['second', 'hour'] as const;

/** What the people of a role see and may do. Roles are data: `roles.yaml` of a city pack. */
export interface Role {
  name: string;
  label: Localized;
  /** All appeals of the city, those of the account's own districts or units, or none. */
  sees: 'city' | 'own' | 'nothing';
  texts: boolean;
  place: Scope['place'];
  time: Scope['time'];
  /** Callers are hidden, or are pseudonyms of the account's project. */
  callers: 'hidden' | 'pseudonym';
  /** Dimensions of the aggregates of the whole city that are open besides the own appeals. */
  published: readonly DimensionName[];
  /** Whose rankings in the evaluation are open as a whole, besides those the published aggregates open. */
  rankings: readonly RankedDimension[];
  may: readonly Permission[];
}

/** What an account adds to its role. */
export interface Duty {
  districts: readonly string[];
  units: readonly string[];
  /** Names the pseudonyms of callers; null where none are given. */
  project: string | null;
}

const listed = (dimension: 'district' | 'unit', values: readonly string[]) =>
  values.length > 0 ? [{ dimension, exclude: false, values: [...values].sort() }] : [];

/**
 * The scope of somebody's role and duty; null where they see no appeals. Whoever sees their own and has
 * neither a district nor a unit sees none.
 */
export function scopeOfRole(role: Role, { districts, units, project }: Duty): Scope | null {
  const own = [...listed('district', districts), ...listed('unit', units)];
  if (role.sees === 'nothing' || (role.sees === 'own' && own.length === 0)) return null;
  return {
    clauses: role.sees === 'own' ? own : [],
    texts: role.texts,
    place: role.place,
    time: role.time,
    callers: role.callers === 'pseudonym' ? project : null,
    published: role.published,
    rankings: role.rankings,
  };
}

const finest = (one: Scope['place'], other: Scope['place']): Scope['place'] => {
  if (one === 'point') return other;
  return other === 'point' ? one : (Math.min(one, other) as Resolution);
};

/** What both scopes let be seen: a token never reaches further than its owner. */
export function narrowerScope(one: Scope, other: Scope): Scope {
  return {
    clauses: [...one.clauses, ...other.clauses],
    texts: one.texts && other.texts,
    place: finest(one.place, other.place),
    time: one.time === 'second' ? other.time : one.time,
    callers: one.callers === other.callers ? one.callers : null,
    published: one.published.filter((dimension) => other.published.includes(dimension)),
    rankings: one.rankings.filter((dimension) => other.rankings.includes(dimension)),
  };
}
