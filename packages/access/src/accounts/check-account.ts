import type { City } from '@hotline-atlas/city';
import { InvalidQuestion, nearest, type Role, suggestion } from '@hotline-atlas/model';
import { reservedNames } from '../people/person-of-account.ts';
import { accountName } from './account-name.ts';

/** What the people of a city can be responsible for. */
export interface Duties {
  roles: readonly Role[];
  districts: readonly Named[];
  units: readonly Named[];
}

/** A code with what people call it. */
interface Named {
  code: string;
  names: readonly string[];
}

const namesOf = ({ en, zh, local }: { en?: unknown; zh?: unknown; local?: unknown }): string[] =>
  [en, zh, local].filter((name) => typeof name === 'string');

export function dutiesOf({ areas, units, roles }: City): Duties {
  const areasOf = (level: 'district' | 'subdistrict'): Named[] =>
    areas
      .filter((area) => area.level === level)
      .flatMap(({ features }) =>
        features.features.map(({ properties }) => ({ code: properties.code, names: namesOf(properties) })),
      );
  const districts = areasOf('district');
  const handling = units.map((unit) => ({ code: unit.code, names: namesOf(unit) }));
  return { roles, districts, units: [...handling, ...districts, ...areasOf('subdistrict')] };
}

const described = ({ code, names }: Named): string => (names[0] ? `${code} (${names[0]})` : code);

/** @throws InvalidQuestion with the codes whose names are most like what was sent */
function checkCode(parameter: string, sent: string, known: readonly Named[]): void {
  if (known.some(({ code }) => code === sent)) return;
  const near = nearest(
    sent,
    known.flatMap(({ code, names }) => [code, ...names]),
  );
  const meant = known
    .filter(({ code, names }) => [code, ...names].some((word) => near.includes(word)))
    .slice(0, 3);
  const advice =
    meant.length > 0
      ? `did you mean ${meant.map(described).join(' or ')}?`
      : `there are: ${known.slice(0, 40).map(described).join(', ')}`;
  throw new InvalidQuestion(
    parameter,
    sent,
    advice,
    meant.map(({ code }) => code),
  );
}

function checkName(parameter: string, sent: string, known: readonly string[]): void {
  if (!known.includes(sent))
    throw new InvalidQuestion(parameter, sent, suggestion(sent, known), nearest(sent, known));
}

/** @throws InvalidQuestion where an account cannot be called so */
export function checkAccountName(name: string): void {
  if (!accountName.test(name))
    throw new InvalidQuestion(
      'name',
      name.slice(0, 80),
      'use 2 to 63 of a–z, 0–9, dot, hyphen and underscore, a letter first, all in lower case',
      [],
      'name-form',
    );
  if (reservedNames.includes(name))
    throw new InvalidQuestion('name', name, 'this name stands for something else', [], 'name-reserved');
}

/**
 * @throws InvalidQuestion naming what the city does not know, and the nearest it knows
 */
export function checkDuty(
  {
    role: name,
    districts,
    units,
    project,
  }: { role: string; districts: readonly string[]; units: readonly string[]; project: string | null },
  duties: Duties,
): void {
  checkName(
    'role',
    name,
    duties.roles.map((role) => role.name),
  );
  for (const district of districts) checkCode('districts', district, duties.districts);
  for (const unit of units) checkCode('units', unit, duties.units);
  if (project !== null && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(project))
    throw new InvalidQuestion(
      'project',
      project.slice(0, 80),
      'use up to 40 of a–z, 0–9 and hyphen',
      [],
      'project-form',
    );
  if (districts.length > 0 && units.length > 0)
    throw new InvalidQuestion(
      'units',
      units.join(','),
      'an account is for districts or for units, not for both: leave one of them empty',
      [],
      'districts-and-units',
    );
  const role = duties.roles.find((one) => one.name === name);
  if (role?.sees === 'own' && districts.length === 0 && units.length === 0)
    throw new InvalidQuestion(
      'districts',
      '',
      `the role ${name} sees its own districts or units, and needs at least one`,
      [],
      'no-district-or-unit',
    );
}
