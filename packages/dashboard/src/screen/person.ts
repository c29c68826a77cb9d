import {
  type Clause,
  type DimensionName,
  dimensionNames,
  type Localized,
  type Permission,
  type Session,
} from '@hotline-atlas/model';
import { clausesFrom } from '../address/clauses.ts';

/** What somebody may see, with its clauses read. */
export interface PersonScope {
  clauses: readonly Clause[];
  texts: boolean;
  place: 'point' | number;
  time: 'second' | 'hour';
  callers: 'hidden' | 'pseudonym';
  /** Dimensions of the aggregates of the whole city that may be asked for besides. */
  published: readonly DimensionName[];
  /** Whose rankings in the evaluation are open as a whole. */
  rankings: readonly string[];
}

/** Who asks, as the dashboard uses it. */
export interface Person {
  name: string;
  displayName: string;
  role: { name: string; label: Localized };
  may: ReadonlySet<Permission>;
  /** Null where they see no appeals. */
  scope: PersonScope | null;
  secondFactor: boolean;
  /** Whether everybody who reaches the server sees everything. */
  isOpen: boolean;
}

const isDimension = (name: string): name is DimensionName => dimensionNames.some((each) => each === name);

/** Who asks, of what the session says; null where nobody is signed in. */
export function personFrom({ access, person }: Session): Person | null {
  if (!person) return null;
  const { scope } = person;
  return {
    name: person.name,
    displayName: person.display_name,
    role: person.role,
    may: new Set(person.may),
    scope: scope && {
      clauses: clausesFrom(scope.where),
      texts: scope.texts,
      place: scope.place,
      time: scope.time,
      callers: scope.callers,
      published: scope.published.filter(isDimension),
      rankings: scope.rankings,
    },
    secondFactor: person.second_factor,
    isOpen: access === 'open',
  };
}

/** Whether nothing is kept from somebody. */
export const seesEverything = ({ scope }: Person): boolean =>
  scope !== null &&
  scope.clauses.length === 0 &&
  scope.texts &&
  scope.place === 'point' &&
  scope.time === 'second';

/** Whether the appeals of a district may be opened: of others, at most published figures are seen. */
export function isOwnDistrict(person: Person, code: string): boolean {
  const own = ownValues(person, 'district');
  return own === null || own.includes(code);
}

/** The values of a dimension that somebody's own appeals are limited to; null where all are. */
export function ownValues({ scope }: Person, dimension: DimensionName): readonly string[] | null {
  const clause = scope?.clauses.find((each) => each.dimension === dimension && !each.exclude);
  return clause ? clause.values : null;
}
